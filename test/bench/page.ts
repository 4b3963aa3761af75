import { chromium } from 'playwright-core'
import { type Figure, rounded } from './figures'

/** Loads a page into an empty browser and weighs what travels: compressed bodies and headers. */
export async function measurePage(address: string): Promise<Figure[]> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
  const browser = await chromium.launch({ executablePath })
  try {
    const page = await browser.newPage()
    const session = await page.context().newCDPSession(page)
    let bytes = 0
    let requests = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests++
    })
    await session.send('Network.enable')
    const response = await page.goto(address, { waitUntil: 'networkidle' })
    if (response?.status() !== 200) throw new Error(`the page answers ${response?.status()}`)
    return [
      { key: 'page.bytes', value: rounded(bytes, 0), unit: 'B' },
      { key: 'page.requests', value: requests, unit: '' },
    ]
  } finally {
    await browser.close()
  }
}
