import {
  isStaffAction,
  type StaffAction,
  type StaffActionBody,
  type StaffStep,
  staffActions,
} from '../../shared/http/staff-actions'
import type { Locale } from '../../shared/locale'
import type { Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { isPreviewed } from '../../web/components/desk/action-form'
import { DeskPreviewPage } from '../../web/pages/desk/preview'
import { ActedMeanwhile, nobodyActed } from '../actions/acted-meanwhile'
import { performAction } from '../actions/staff-action'
import { viewPetition } from '../actions/view-petition'
import { noteRefusal } from '../http/problem'
import type { StaffDeps } from './deps'
import { annulAtDesk } from './desk-annulment'
import { actsOf } from './desk-case'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import type { DeskHandler } from './desk-page'
import { petitionPage } from './desk-petition'
import { calendarDay, foresee } from './foreseen'
import type { Session } from './session'

/**
 * A step with a petition by a form of the desk: some are previewed first; what is wrong, or what others did
 * meanwhile, brings the form back with what was typed. An answer has its own page, the draft.
 */
export const act: DeskHandler = async (c, deps, session, locale) => {
  const id = c.req.param('id')!
  const action = c.req.param('action')!
  if (!isStaffAction(action) || action === 'answer') throw new DomainError('not-found')
  const { seq, confirmed, change, ...values } = await formWithCsrf(c, session)
  if (change !== undefined) {
    const failed = { action, values, errors: [] }
    return c.html(await petitionPage(deps, locale, session, id, { failed }))
  }
  const mayStill = stillFor(deps, session, seq)
  try {
    if (action === 'annul') {
      const page = await annulAtDesk(deps, locale, session, id, filledIn(values))
      if (page?.refused) noteRefusal(c, page.refused)
      if (page) return c.html(page.body, page.status)
    } else if (isPreviewed(action) && confirmed === undefined) {
      return c.html(await previewPage(deps, locale, session, id, action, values, mayStill))
    } else {
      await performAction(deps, session.member, id, action, parsed(action, values), mayStill)
    }
  } catch (error) {
    const status = noteRefusal(c, error)
    if (status !== 400 && status !== 409 && status !== 422) throw error
    const acted = error instanceof ActedMeanwhile ? error : undefined
    const failed = { action, values, errors: acted ? [] : formErrors(error, locale) }
    const conflict = acted && (await actsOf(deps, acted.events))
    const extra = { failed, ...(conflict && { conflict }) }
    return c.html(await petitionPage(deps, locale, session, id, extra), status)
  }
  return c.redirect(`${href(locale, paths.deskPetition(id))}?saved`, 303)
}

function parsed<A extends StaffAction>(action: A, values: Readonly<Record<string, string>>) {
  return checkedForm(staffActions[action], filledIn(values)) as StaffActionBody<A>
}

/** Holds a form to what its page knew; a form that does not say takes its chance with the lifecycle alone. */
function stillFor(deps: StaffDeps, { member }: Session, seq: string | undefined) {
  const seen = Number(seq)
  if (seq === undefined || !Number.isSafeInteger(seen)) return undefined
  return (petition: Petition) => nobodyActed(deps.petitions, petition, seen, member.id)
}

async function previewPage<A extends Extract<StaffStep, 'reject' | 'extend' | 'announce'>>(
  deps: StaffDeps,
  locale: Locale,
  session: Session,
  id: string,
  action: A,
  values: Readonly<Record<string, string>>,
  mayStill: ReturnType<typeof stillFor>,
) {
  const newDay =
    action === 'extend'
      ? await calendarDay(deps, (parsed(action, values) as StaffActionBody<'extend'>).dueOn)
      : undefined
  const sent = newDay ? { ...values, dueOn: newDay.day } : values
  const { record, view } = await viewPetition(deps, id)
  await mayStill?.(record.petition)
  const foreseen = await foresee(deps, session.member, id, action, parsed(action, sent))
  return (
    <DeskPreviewPage
      locale={locale}
      staff={worker(session)}
      petition={view}
      seq={record.petition.seq}
      action={action}
      values={sent}
      foreseen={foreseen}
      newDay={newDay}
    />
  )
}
