import { type CDPSession, chromium } from 'playwright-core'
import { type Figure, rounded } from './figures'

const KB = 1024

/**
 * Loads a page into an empty browser and weighs what travels: compressed bodies and headers.
 * @param count address of the petition's count, which the page asks for later
 */
export async function measurePage(address: string, count: string): Promise<Figure[]> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    const loads = await watched(await page.context().newCDPSession(page))
    const response = await page.goto(address, { waitUntil: 'networkidle' })
    if (response?.status() !== 200) throw new Error(`the page answers ${response?.status()}`)
    const body = await (await fetch(count)).arrayBuffer()
    const of = (...types: string[]) =>
      loads
        .filter(({ type }) => types.length === 0 || types.includes(type))
        .reduce((sum, { bytes }) => sum + bytes, 0)
    return [
      figure('page.bytes', of(), 25 * KB),
      figure('page.textAndStyleBytes', of('Document', 'Stylesheet'), 14 * KB),
      figure('page.scriptBytes', of('Script'), 4 * KB),
      figure('page.countBytes', body.byteLength, 200),
      { key: 'page.requests', value: loads.length, unit: '', limit: { atMost: 4 } },
    ]
  } finally {
    await browser.close()
  }
}

interface Load {
  readonly type: string
  readonly bytes: number
}

/** What ends loading from now on. */
async function watched(session: CDPSession): Promise<readonly Load[]> {
  const types = new Map<string, string>()
  const loads: Load[] = []
  session.on('Network.responseReceived', ({ requestId, type }) => types.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loads.push({ type: types.get(requestId) ?? 'Other', bytes: encodedDataLength })
  })
  await session.send('Network.enable')
  return loads
}

function figure(key: string, value: number, atMost: number): Figure {
  return { key, value: rounded(value, 0), unit: 'B', limit: { atMost } }
}
