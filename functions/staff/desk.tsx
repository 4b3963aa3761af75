import type { Hono } from 'hono'
import { paths } from '../../web/addresses'
import { flashIn } from '../../web/components/desk/flash'
import { DeskHelpPage } from '../../web/pages/desk/help'
import { DeskPage } from '../../web/pages/desk/queue'
import type { StaffDeps } from './deps'
import { act } from './desk-act'
import { anomalies, workOnAnomalies } from './desk-anomalies'
import { draftOf, stepWithDraft } from './desk-draft'
import { worker } from './desk-form'
import { discardOrSend, keptForm } from './desk-kept'
import { resend, undelivered } from './desk-notices'
import { type DeskHandler, deskPage } from './desk-page'
import { petitionPage } from './desk-petition'
import { queueOf } from './queue'
import { readQueueQuery } from './queue-query'

/** The staff desk: plain pages and forms, no scripts. */
export function staffDesk(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.desk, { get: queue })
  deskPage(app, deps, paths.deskHelp, { get: help })
  deskPage(app, deps, paths.deskNotices, { get: undelivered })
  deskPage(app, deps, paths.deskKept, { get: keptForm, post: discardOrSend })
  deskPage(app, deps, paths.deskPetition(':id'), { get: petition })
  deskPage(app, deps, paths.deskDraft(':id'), { get: draftOf, post: stepWithDraft })
  deskPage(app, deps, paths.deskAnomalies(':id'), { get: anomalies, post: workOnAnomalies })
  deskPage(app, deps, paths.deskResend(':id', ':notice'), { post: resend })
  deskPage(app, deps, paths.deskAction(':id', ':action'), { post: act })
}

const queue: DeskHandler = async (c, deps, session, locale) => {
  const view = await queueOf(deps, session.member, readQueueQuery(c.req.url))
  return c.html(<DeskPage locale={locale} staff={worker(session)} view={view} />)
}

const help: DeskHandler = (c, _deps, session, locale) =>
  c.html(<DeskHelpPage locale={locale} staff={worker(session)} />)

const petition: DeskHandler = async (c, deps, session, locale) =>
  c.html(await petitionPage(deps, locale, session, c.req.param('id')!, flashIn(locale, c.req.url)))
