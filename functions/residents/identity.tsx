import type { Hono } from 'hono'
import type { ResidentsDeps } from './deps'

/** Signing by an identity provider: to it, back from it, and the page whose button signs. */
export function identityRoutes(_app: Hono, _deps: ResidentsDeps): void {}
