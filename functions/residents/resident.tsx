import type { Hono } from 'hono'
import { dataPages } from './data-pages'
import type { ResidentsDeps } from './deps'
import { enterPages } from './enter-pages'
import { minePages } from './mine-pages'
import { withdrawPages } from './withdraw-pages'

/** A resident's own pages: behind a mailed link, without an account. */
export function residentPages(app: Hono, deps: ResidentsDeps): void {
  enterPages(app, deps)
  minePages(app, deps)
  withdrawPages(app, deps)
  dataPages(app, deps)
}
