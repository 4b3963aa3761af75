import type { Context } from 'hono'
import { instantOf } from '../../shared/calendar/day'
import { SubmitExpiredPage } from '../../web/pages/submit/expired'
import { localeOfPath } from '../http/locale'
import type { PagesDeps } from './deps'

/** Links to submit are opened whenever they expired: what they show is only where the form is. */
const BEFORE_ANY = instantOf(0)

/** Where a link to submit that has expired leads: to the form, whose device still has the draft. @throws `otherwise` */
export async function submitExpired(c: Context, deps: PagesDeps, token: string, otherwise: unknown) {
  const link = await deps.tokens.open(token, BEFORE_ANY, 'submit').catch(() => undefined)
  if (!link) throw otherwise
  return c.html(<SubmitExpiredPage locale={localeOfPath(c.req.path)} place={link.place} />, 410)
}
