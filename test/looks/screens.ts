import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { Site } from '../support/journeys/site'
import { Staff } from '../support/journeys/staff'
import { startDemonstration } from './demonstration'
import { petitionOf } from './petitions'

/** Pictures of the main pages of the demonstration, for the README: the top of each, as WebP, in `docs/screens/`. */
const FOLDER = join(process.env.VICHE_ROOT!, 'docs/screens')
const MOST_BYTES = 150_000

interface Screen {
  readonly name: string
  readonly path: string
  readonly device: 'phone' | 'desktop'
  readonly dark?: boolean
  /** Shown to whoever is signed in so. */
  readonly staff?: string
}

const DEVICES = {
  phone: { viewport: { width: 390, height: 1000 }, deviceScaleFactor: 1.5 },
  desktop: { viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1 },
} as const satisfies Record<Screen['device'], BrowserContextOptions>

const demonstration = await startDemonstration()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM! })
try {
  const site = new Site(demonstration.url)
  const screens = await screensOf(site)
  await rm(FOLDER, { recursive: true, force: true })
  await mkdir(FOLDER, { recursive: true })
  for (const screen of screens) {
    const file = `${screen.name}-${screen.device}${screen.dark ? '-dark' : ''}.webp`
    const picture = await pictureOf(site, screen)
    if (picture.length > MOST_BYTES) throw new Error(`${file} takes ${picture.length} bytes`)
    await writeFile(join(FOLDER, file), picture)
    console.log(`${file} ${Math.round(picture.length / 1024)} KB`)
  }
} finally {
  await browser.close()
  await demonstration.stop()
}

async function screensOf(site: Site): Promise<Screen[]> {
  const collecting = `/petitions/${await petitionOf(site, 'collecting')}`
  const considered = `/petitions/${await petitionOf(site, 'consideration')}`
  const answered = `/petitions/${await petitionOf(site, 'answered')}`
  const overdue = `/staff/petitions/${await petitionOf(site, 'threshold-reached')}`
  const community = '/communities/malva'
  const desk = { staff: 'secretary@malva.example' }
  return [
    { name: 'home', path: '/', device: 'phone' },
    { name: 'home', path: '/', device: 'desktop' },
    { name: 'home', path: '/', device: 'phone', dark: true },
    { name: 'list', path: '/petitions', device: 'phone' },
    { name: 'list', path: '/petitions', device: 'desktop' },
    { name: 'petition', path: collecting, device: 'phone' },
    { name: 'petition', path: collecting, device: 'desktop' },
    { name: 'petition', path: considered, device: 'desktop', dark: true },
    { name: 'answered', path: answered, device: 'phone' },
    { name: 'answered-english', path: `/en${answered}`, device: 'desktop' },
    { name: 'sign', path: `${collecting}/sign`, device: 'phone' },
    { name: 'submit', path: `${community}/submit/malva-council`, device: 'phone' },
    { name: 'community', path: community, device: 'desktop' },
    { name: 'verify', path: `/verify?petition=${collecting.split('/').at(-1)}`, device: 'phone' },
    { name: 'embed', path: '/embed', device: 'desktop' },
    { name: 'design', path: '/design', device: 'desktop' },
    { name: 'desk', path: '/staff', device: 'desktop', ...desk },
    { name: 'desk', path: '/staff', device: 'phone', ...desk },
    { name: 'desk-petition', path: overdue, device: 'desktop', ...desk },
  ]
}

async function pictureOf(site: Site, screen: Screen): Promise<Buffer> {
  const page = await pageFor(browser, site, screen)
  try {
    const response = await page.goto(`${site.url}${screen.path}`, { waitUntil: 'networkidle' })
    if (response?.status() !== 200) throw new Error(`${screen.path} answers ${response?.status()}`)
    const session = await page.context().newCDPSession(page)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
    return Buffer.from(data, 'base64')
  } finally {
    await page.context().close()
  }
}

async function pageFor(browser: Browser, site: Site, { device, dark, staff }: Screen): Promise<Page> {
  const context = await browser.newContext({
    ...DEVICES[device],
    locale: 'uk-UA',
    timezoneId: 'Europe/Kyiv',
    colorScheme: dark ? 'dark' : 'light',
  })
  if (staff) {
    const page = await context.newPage()
    const agent = await page.evaluate('navigator.userAgent')
    const { cookie } = await new Staff(site, staff, { 'user-agent': String(agent) }).credentials()
    const [name, value] = cookie!.split('=')
    await context.addCookies([{ name: name!, value: value!, url: site.url }])
    return page
  }
  return context.newPage()
}
