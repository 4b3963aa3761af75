import type { Hono } from 'hono'
import type { ResidentsDeps } from './deps'

/** A resident's own pages. */
export function residentPages(_app: Hono, _deps: ResidentsDeps): void {}
