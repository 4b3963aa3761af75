import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

export interface WebServer {
  readonly port: number
  /** From now on requests go to `fetch`; until then they are answered 503. */
  serve(fetch: (request: Request) => Response | Promise<Response>): void
  stop(): Promise<void>
}

export interface WebServerOptions {
  /** 0 for a free one. */
  readonly port: number
  readonly host: string
  /** Lower-case name of the header that tells functions the reader's address. */
  readonly addressHeader: string
}

/** The port is taken, or may not be taken. */
export class PortTaken extends Error {
  readonly port: number
  constructor(port: number, cause: unknown) {
    super(`port ${port} is taken`, { cause })
    this.port = port
  }
}

/**
 * Listens at once, so that a taken port shows before anything else is started.
 * @throws PortTaken
 */
export async function startWebServer({ port, host, addressHeader }: WebServerOptions): Promise<WebServer> {
  let answer: (request: Request) => Response | Promise<Response> = starting
  const listener = getRequestListener((request) => answer(request), { overrideGlobalObjects: false })
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    nameAddress(request, addressHeader)
    response.once('finish', () => readAway(request))
    void listener(request, response)
  })
  await listen(server, port, host)
  return {
    port: (server.address() as AddressInfo).port,
    serve: (fetch) => {
      answer = fetch
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 300).unref()
      }),
  }
}

/** A header that the client sent itself stands: load generators play many readers that way. */
function nameAddress(request: IncomingMessage, name: string): void {
  if (request.headers[name] !== undefined) return
  const address = request.socket.remoteAddress ?? ''
  request.headers[name] = address
  request.rawHeaders.push(name, address)
}

/** What is left of a refused body is read away, so that its connection can carry the next request. */
function readAway(request: IncomingMessage): void {
  if (request.readableEnded) return
  // Whoever has stopped reading would hold it up.
  request.removeAllListeners('data')
  request.removeAllListeners('readable')
  request.resume()
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken(port, error) : error)
    })
    server.listen(port, host, () => resolve())
  })
}

function starting(): Response {
  return new Response('Запускається… / Starting…\n', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '1' },
  })
}
