import { Hono } from 'hono'
import * as z from 'zod'
import type { Instant } from '../../shared/calendar/day'
import { localProblem } from './local-problem'
import { ClockMovesForward, type MovedClock } from './moved-clock'

const body = z.strictObject({ now: z.iso.datetime({ offset: true }).describe('RFC 3339') })

export interface ClockRoutes {
  readonly clock: MovedClock
  /** Runs what has become due and all that follows from it. */
  readonly catchUp: () => Promise<void>
}

/**
 * `GET` tells the stack's time; `PUT {"now"}` moves it forward, runs what that makes due, and then answers.
 */
export function clockRoutes({ clock, catchUp }: ClockRoutes): Hono {
  const app = new Hono()
  app.get('/', (c) => c.json({ now: clock.now() }))
  app.put('/', async (c) => {
    const parsed = body.safeParse(await c.req.json().catch(() => undefined))
    if (!parsed.success) return localProblem(c, 400, 'invalid-body', 'Expected {"now": "<RFC 3339>"}.')
    if (!(await moved(clock, parsed.data.now))) {
      return localProblem(c, 409, 'clock-moves-forward', `It is ${clock.now()} already.`)
    }
    await catchUp()
    return c.json({ now: clock.now() })
  })
  return app
}

async function moved(clock: MovedClock, to: Instant): Promise<boolean> {
  try {
    await clock.moveTo(to)
    return true
  } catch (error) {
    if (error instanceof ClockMovesForward) return false
    throw error
  }
}
