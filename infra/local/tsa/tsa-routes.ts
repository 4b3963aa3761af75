import { Hono } from 'hono'
import * as z from 'zod'
import { localProblem } from '../local-problem'
import type { Tsa } from './tsa'

const body = z.strictObject({ down: z.boolean() })

/** `GET` tells where the time-stamping authority answers; `PUT {"down"}` plays one in trouble. */
export function tsaRoutes(tsa: Pick<Tsa, 'url' | 'down'>): Hono {
  const app = new Hono()
  app.get('/', (c) => c.json({ url: tsa.url }))
  app.put('/', async (c) => {
    const parsed = body.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return localProblem(c, 400, 'invalid-body', 'Expected {"down": true or false}.')
    tsa.down(parsed.data.down)
    return c.json(parsed.data)
  })
  return app
}
