import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { buildAssets } from '../../web/build-assets'

export type Answer = { readonly status?: number; readonly type?: string; readonly body: string | Uint8Array }
export type Route = (request: IncomingMessage, body: string) => Answer | Promise<Answer>

export interface Site {
  /**
   * Opens an address in a fresh browser context; errors of the page and of its policy fail the test.
   * @param before what is done with the empty page
   */
  open(path: string, before?: (page: Page) => Promise<unknown>): Promise<Page>
  /** What the browser complained about. */
  readonly complaints: string[]
  stop(): Promise<void>
}

/** As the product serves its pages: nothing but own scripts and styles. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * A real browser before a small server with the built styles and scripts and the routes of a test.
 * @param otherwise answers what no route does
 */
export async function startSite(
  routes: Readonly<Record<string, Route>>,
  otherwise: Route = missing,
): Promise<Site> {
  const served = { ...(await assetRoutes()), ...routes }
  const server = createServer((request, response) => void answer({ served, otherwise }, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium' })
  const complaints: string[] = []
  return {
    complaints,
    open: (path, before) => open(browser, `http://127.0.0.1:${port}${path}`, complaints, before),
    async stop() {
      await browser.close()
      server.closeAllConnections()
      server.close()
    },
  }
}

export function html(body: unknown): Route {
  return () => ({ type: 'text/html; charset=utf-8', body: String(body) })
}

export function json(body: unknown, status = 200): Answer {
  return { status, type: 'application/json', body: JSON.stringify(body) }
}

async function open(
  browser: Browser,
  address: string,
  complaints: string[],
  before?: (page: Page) => Promise<unknown>,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (line) => {
    // A refused form is an answer like any other; the browser calls it an error.
    if (line.type() === 'error' && !line.text().startsWith('Failed to load resource'))
      complaints.push(line.text())
  })
  await before?.(page)
  await page.goto(address)
  return page
}

interface Routes {
  readonly served: Readonly<Record<string, Route>>
  readonly otherwise: Route
}

async function answer({ served, otherwise }: Routes, request: IncomingMessage, response: ServerResponse) {
  const path = new URL(request.url!, 'http://localhost').pathname
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const {
    status = 200,
    type = 'text/plain',
    body,
  } = await (served[path] ?? otherwise)(request, Buffer.concat(chunks).toString())
  response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'retry-after': '0' })
  response.end(body)
}

export const missing: Route = () => ({ status: 404, body: 'nothing here' })

/** The built files at the addresses that pages name when nothing was bundled. */
async function assetRoutes(): Promise<Record<string, Route>> {
  const { files } = await buildAssets(join(import.meta.dirname, '../..'))
  return Object.fromEntries(
    files.map(({ key, body }) => {
      const type = key.endsWith('.css') ? 'text/css' : 'text/javascript'
      return [`/${key.replace(/-[0-9a-f]{10}\./, '.')}`, () => ({ type, body })]
    }),
  )
}
