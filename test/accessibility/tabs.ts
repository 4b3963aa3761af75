import type { Page } from 'playwright-core'
import { missing, type Site, startSite } from '../web/browser'
import { axeScript } from './axe'
import type { Document } from './documents'

/** A tab with one document after the other in it. */
export interface Tab {
  readonly page: Page
  show(document: Document): Promise<void>
  /** What the reader has set in the browser as the usual size of letters, in px; 16 unless told. */
  letters(px: number): Promise<void>
}

/** One browser with several tabs, each used by one check at a time. */
export class Tabs {
  readonly #site: Site
  readonly #free: Tab[] = []
  readonly #waiting: ((tab: Tab) => void)[] = []
  readonly #shown: Map<string, string>

  private constructor(site: Site, shown: Map<string, string>) {
    this.#site = site
    this.#shown = shown
  }

  static async open(number: number): Promise<Tabs> {
    const shown = new Map<string, string>()
    const site = await startSite({}, ({ url }) => {
      const body = shown.get(url!)
      return body ? { type: 'text/html; charset=utf-8', body } : missing({} as never, '')
    })
    const tabs = new Tabs(site, shown)
    for (let n = 0; n < number; n++) tabs.#free.push(await tabs.#tab(n))
    return tabs
  }

  /** Waits for a tab that nobody uses. */
  async use<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
    const tab = this.#free.pop() ?? (await new Promise<Tab>((resolve) => this.#waiting.push(resolve)))
    try {
      return await work(tab)
    } finally {
      const next = this.#waiting.shift()
      if (next) next(tab)
      else this.#free.push(tab)
    }
  }

  async close(): Promise<void> {
    await this.#site.stop()
  }

  async #tab(n: number): Promise<Tab> {
    const page = await this.#site.open('/')
    await page.addInitScript(axeScript)
    const session = await page.context().newCDPSession(page)
    const path = `/shown/${n}`
    return {
      page,
      show: async ({ html }) => {
        this.#shown.set(path, html)
        await page.goto(`${new URL(page.url()).origin}${path}`, { waitUntil: 'load' })
      },
      letters: async (px) => {
        await session.send('Page.setFontSizes', { fontSizes: { standard: px, fixed: (px * 13) / 16 } })
      },
    }
  }
}
