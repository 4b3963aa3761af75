import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ForeignPage {
  readonly body: string
  readonly type?: string
  /** Its content security policy. */
  readonly policy?: string
}

export interface ForeignSite {
  /** Another host than the town's, so that nothing of one belongs to the other. */
  readonly url: string
  stop(): void
}

/** An organisation's own web site, which has nothing to do with the product but for the code it has copied. */
export async function serveForeignSite(pages: Readonly<Record<string, ForeignPage>>): Promise<ForeignSite> {
  const server = createServer(({ url }, response) => {
    const page = pages[new URL(url!, 'http://foreign').pathname]
    response.writeHead(page ? 200 : 404, {
      'content-type': page?.type ?? 'text/html; charset=utf-8',
      ...(page?.policy !== undefined && { 'content-security-policy': page.policy }),
    })
    response.end(page?.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
