import type { Hono } from 'hono'
import { dayOf } from '../../shared/calendar/day'
import {
  isStaffAction,
  type StaffAction,
  type StaffActionBody,
  staffActions,
} from '../../shared/http/staff-actions'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { rolesFor } from '../../shared/staff/staff-member'
import { href, paths } from '../../web/addresses'
import type { FailedAction } from '../../web/components/desk/action-form'
import { DeskPetitionPage } from '../../web/pages/desk/petition'
import { DeskPage } from '../../web/pages/desk/queue'
import { textsOf } from '../../web/texts'
import { annulmentsInProgress } from '../actions/annul-signatures'
import { performAction } from '../actions/staff-action'
import { viewPetition } from '../actions/view-petition'
import { problemOf } from '../http/problem'
import { actionsFor } from './caseload'
import type { StaffDeps } from './deps'
import { annulAtDesk } from './desk-annulment'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import { queueOf } from './queue'
import { readQueueQuery } from './queue-query'
import type { Session } from './session'

/** The staff desk: plain pages and forms, no scripts. */
export function staffDesk(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.desk, { get: queue })
  deskPage(app, deps, paths.deskPetition(':id'), { get: petition })
  deskPage(app, deps, paths.deskAction(':id', ':action'), { post: act })
}

const queue: DeskHandler = async (c, deps, session, locale) => {
  const view = await queueOf(deps, session.member, readQueueQuery(c.req.url))
  return c.html(<DeskPage locale={locale} staff={worker(session)} view={view} />)
}

const petition: DeskHandler = async (c, deps, session, locale) => {
  const saved = c.req.query('saved') !== undefined
  const flash = saved ? { flash: textsOf(locale).desk.done } : {}
  return c.html(await petitionPage(deps, locale, session, c.req.param('id')!, flash))
}

const act: DeskHandler = async (c, deps, session, locale) => {
  const id = c.req.param('id')!
  const action = c.req.param('action')!
  if (!isStaffAction(action)) throw new DomainError('not-found')
  const values = await formWithCsrf(c, session)
  try {
    if (action === 'annul') {
      const page = await annulAtDesk(deps, locale, session, id, filledIn(values))
      if (page) return c.html(page.body, page.status)
    } else {
      await performAction(deps, session.member, id, action, parsed(action, values))
    }
  } catch (error) {
    const { status } = problemOf(error, locale)
    if (status !== 400 && status !== 409 && status !== 422) throw error
    const failed = { action, values, errors: formErrors(error, locale) }
    return c.html(await petitionPage(deps, locale, session, id, { failed }), status)
  }
  return c.redirect(`${href(locale, paths.deskPetition(id))}?saved`, 303)
}

function parsed<A extends StaffAction>(action: A, values: Readonly<Record<string, string>>) {
  return checkedForm(staffActions[action], filledIn(values)) as StaffActionBody<A>
}

async function petitionPage(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  id: string,
  extra: { readonly flash?: string; readonly failed?: FailedAction },
) {
  const { record, view } = await viewPetition(deps, id)
  if (rolesFor(session.member, record.petition).length === 0) throw new DomainError('forbidden')
  return (
    <DeskPetitionPage
      locale={locale}
      staff={worker(session)}
      petition={view}
      actions={actionsFor(session.member, record.petition)}
      annulments={await annulmentsInProgress(deps, id, record.log.applied)}
      today={dayOf(deps.clock.now())}
      {...extra}
    />
  )
}
