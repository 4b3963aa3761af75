import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Clock } from '../../../functions/ports/clock'
import { answerRequest } from './stamp'
import { openStamper } from './stamper-files'

/** A time-stamping authority of this machine (RFC 3161 over HTTP), with a root that only this machine knows. */
export interface Tsa {
  /** Opens what it stamps with and stamps by this clock; until then it answers 503. @returns its roots, PEM */
  open(folder: string, clock: Clock): Promise<string>
  readonly url: string
  /** While down it answers 503, as one in trouble. */
  down(down: boolean): void
  stop(): Promise<void>
}

const REQUEST_BYTES = 4 * 1024

/** Listens on a free port of loopback. */
export async function startTsa(): Promise<Tsa> {
  let down = false
  let stamp: ((request: Uint8Array) => Promise<Uint8Array>) | undefined
  const app = new Hono()
  app.post('/', bodyLimit({ maxSize: REQUEST_BYTES }), async (c) => {
    if (down || stamp === undefined) return c.text('down\n', 503)
    if (c.req.header('content-type') !== 'application/timestamp-query') return c.text('no query\n', 415)
    const response = await stamp(new Uint8Array(await c.req.arrayBuffer()))
    return c.body(Uint8Array.from(response), 200, { 'content-type': 'application/timestamp-reply' })
  })
  const { server, port } = await listen(app)
  return {
    url: `http://127.0.0.1:${port}/`,
    open: async (folder, clock) => {
      const stamper = await openStamper(folder)
      stamp = (request) => answerRequest(request, stamper, new Date(clock.now()))
      return stamper.roots
    },
    down: (now) => {
      down = now
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

function listen(app: Hono): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }: AddressInfo) =>
      resolve({ server, port }),
    )
    server.once('error', reject)
  })
}
