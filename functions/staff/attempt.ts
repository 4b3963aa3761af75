import type { Context } from 'hono'
import type { Action } from '../../shared/staff/access'
import type { Resource } from '../../shared/staff/may-do'

/** What a request asks to do and to what, as the gate found it and the act itself may tell more exactly. */
export interface Attempt {
  readonly action: Action
  readonly resource: Resource
  /** Something was written, also where the answer to a form is a page. */
  readonly done?: true
}

/** Undefined where nothing is asked for that the trail would tell. */
export function attemptOf(c: Context): Attempt | undefined {
  return c.get('attempt')
}

/** Tells what is asked for, for the line that the request leaves. */
export function noteAttempt(c: Context, told: Partial<Attempt>): void {
  c.set('attempt', { ...attemptOf(c), ...told })
}
