import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '../../../infra/local/setup.mjs'
import type { Site } from './site'
import { Staff } from './staff'

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureChromium() })
}

export interface ReaderOptions {
  readonly device?: 'phone' | 'desktop'
  readonly scripts?: boolean
}

const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const

/** Somebody before a browser of their own: nobody else's cookies, and a note of whatever the browser minds. */
export class Reader {
  readonly page: Page
  /** Errors of scripts, of the content security policy, and files that did not come. */
  readonly complaints: string[] = []
  readonly #site: Site

  private constructor(site: Site, page: Page) {
    this.#site = site
    this.page = page
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (line) => {
      if (['error', 'warning'].includes(line.type())) this.complaints.push(`${line.text()} (${page.url()})`)
    })
    page.on('requestfailed', (request) => {
      // A reader who goes on to the next page leaves answers unread.
      const aborted = request.failure()?.errorText === 'net::ERR_ABORTED'
      if (!aborted) this.complaints.push(`did not come: ${request.url()}`)
    })
  }

  static async open(browser: Browser, site: Site, options: ReaderOptions = {}): Promise<Reader> {
    const { device = 'phone', scripts = true } = options
    const context = await browser.newContext({
      viewport: SIZES[device],
      javaScriptEnabled: scripts,
      locale: 'uk-UA',
      timezoneId: 'Europe/Kyiv',
    })
    context.setDefaultTimeout(15_000)
    return new Reader(site, await context.newPage())
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(path.startsWith('http') ? path : `${this.#site.url}${path}`)
  }

  async fills(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: false }).first().fill(value)
    }
  }

  /** Is at the desk with a session of somebody whose key lies elsewhere; the next page is read with it. */
  async sitsDownAs(email: string): Promise<void> {
    const agent = String(await this.page.evaluate('navigator.userAgent'))
    const { cookie } = await new Staff(this.#site, email, { 'user-agent': agent }).credentials()
    const [name = '', ...value] = cookie.split('=')
    await this.page.context().addCookies([{ name, value: value.join('='), url: this.#site.url }])
  }

  /** Presses a button and waits for the page it brings. */
  async presses(button: string): Promise<void> {
    await this.page.getByRole('button', { name: button, exact: true }).click()
  }

  async follows(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link, exact: true }).first().click()
  }

  /** Waits until the page's heading says so. */
  async reads(heading: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor()
  }

  async sees(...words: string[]): Promise<void> {
    for (const text of words) await this.page.getByText(text).first().waitFor()
  }

  async text(): Promise<string> {
    return (await this.page.locator('body').innerText()).replace(/\s+/g, ' ')
  }

  /** Whether the page is wider than the screen: then it has to be pushed about to be read. */
  async overflows(): Promise<boolean> {
    const width = await this.page.evaluate('document.documentElement.scrollWidth')
    return Number(width) > (this.page.viewportSize()?.width ?? 0)
  }

  /** Keeps a picture for whoever wants to look: SCREENSHOTS names the folder. */
  async pictures(name: string): Promise<void> {
    const folder = process.env.SCREENSHOTS
    if (folder) await this.page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }

  async leaves(): Promise<void> {
    await this.page.context().close()
  }
}
