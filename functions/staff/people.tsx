import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { grantForm, memberForm, memberRoleForm } from '../../shared/http/office'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { rolesIn } from '../../shared/staff/granting'
import { mayDo, placeAsResource } from '../../shared/staff/may-do'
import type { Role, Scope } from '../../shared/staff/staff-member'
import { href, paths } from '../../web/addresses'
import { DeskPeoplePage, type DeskPeoplePageProps } from '../../web/pages/desk/people'
import { grantRole, restoreRole, revokeRole } from '../actions/grant-role'
import { noteRefusal } from '../http/problem'
import { noteAttempt } from './attempt'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import { approveRecovery, waitingFor } from './passkeys/recovery'
import { placesFor } from './places'
import type { Session } from './session'

/** Lines of the register that the page shows. */
const LINES = 100

/** People and their roles at the desk. */
export function peoplePages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskPeople(), { get: people })
  deskPage(app, deps, paths.deskRole('grant'), { post: grant })
  deskPage(app, deps, paths.deskRole('revoke'), { post: change(revokeRole, 'revoked') })
  deskPage(app, deps, paths.deskRole('restore'), { post: change(restoreRole, 'restored') })
  deskPage(app, deps, paths.deskApproveKey, { post: approveKey })
}

const people: DeskHandler = async (c, deps, session, locale) => {
  const places = await placesFor(deps.communities, session.member, 'read-people', locale)
  const scope = c.req.query('scope')
  const place = scope === undefined ? places[0] : places.find((one) => one.scope === scope)
  if (!place) throw new DomainError('forbidden')
  return c.html(await peoplePage(deps, session, locale, { place, places, ...doneIn(c) }))
}

const grant: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', ...values } = await formWithCsrf(c, session)
  const places = await placesFor(deps.communities, session.member, 'grant-role', locale)
  const place = places.find((one) => one.scope === scope)
  if (!place) throw new DomainError('forbidden')
  noteAttempt(c, { resource: placeAsResource(place.scope) })
  try {
    const { role, ...person } = checkedForm(grantForm, filledIn(values))
    const id = await grantRole(deps, session.member, { scope: place.scope, role }, person)
    return c.redirect(doneAt(locale, place.scope, 'granted', id, role), 303)
  } catch (error) {
    const status = noteRefusal(c, error)
    if (status !== 400 && status !== 409 && status !== 422) throw error
    const failed = { values, errors: formErrors(error, locale) }
    const page = await peoplePage(deps, session, locale, { place, places, failed })
    return c.html(page, status as ContentfulStatusCode)
  }
}

function change(act: typeof revokeRole, done: 'revoked' | 'restored'): DeskHandler {
  return async (c, deps, session, locale) => {
    const { scope = '', ...values } = await formWithCsrf(c, session)
    const resource = placeAsResource(scope as Scope)
    const action = done === 'revoked' ? 'revoke-role' : 'restore-role'
    if (!mayDo(session.member, action, resource)) throw new DomainError('forbidden')
    noteAttempt(c, { resource })
    const { member, role } = checkedForm(memberRoleForm, values)
    await act(deps, session.member, { scope: scope as Scope, role }, member)
    return c.redirect(doneAt(locale, scope, done, member, role), 303)
  }
}

const approveKey: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', ...values } = await formWithCsrf(c, session)
  const resource = placeAsResource(scope as Scope)
  if (!mayDo(session.member, 'approve-key', resource)) throw new DomainError('forbidden')
  noteAttempt(c, { resource })
  const { member } = checkedForm(memberForm, values)
  await approveRecovery(deps, session.member, member, locale)
  const done = new URLSearchParams({ approved: member })
  return c.redirect(`${href(locale, paths.deskPeople(scope))}&${done}`, 303)
}

function doneAt(locale: Locale, scope: string, done: string, member: string, role: Role): string {
  return `${href(locale, paths.deskPeople(scope))}&${new URLSearchParams({ done, member, role })}`
}

function doneIn(c: Context): {
  approved?: string
  done?: string
  doneMember?: string
  doneRole?: string
} {
  const [done, member, role] = [c.req.query('done'), c.req.query('member'), c.req.query('role')]
  const approved = c.req.query('approved')
  if (approved) return { approved }
  return done && member && role ? { done, doneMember: member, doneRole: role } : {}
}

interface Shown extends Pick<DeskPeoplePageProps, 'place' | 'places' | 'failed'> {
  readonly approved?: string
  readonly done?: string
  readonly doneMember?: string
  readonly doneRole?: string
}

async function peoplePage(
  deps: StaffDeps,
  session: Session,
  locale: Locale,
  { done, doneMember, doneRole, approved, ...shown }: Shown,
) {
  const { scope } = shown.place
  const [members, register] = await Promise.all([deps.office.members(), deps.office.register(scope, LINES)])
  const held = rolesIn(scope).flatMap((role) =>
    members
      .filter(({ grants }) => grants.some((one) => one.scope === scope && one.role === role))
      .map((member) => ({ member, role })),
  )
  const waiting = await waitingFor(
    deps,
    session.member,
    held.map(({ member }) => member),
  )
  const helped = members.find(({ id }) => id === approved)
  const changed = members.find(({ id }) => id === doneMember)
  const kind = (['granted', 'revoked', 'restored'] as const).find((one) => one === done)
  const role = rolesIn(scope).find((one) => one === doneRole)
  return (
    <DeskPeoplePage
      locale={locale}
      staff={worker(session)}
      memberId={session.member.id}
      people={held}
      register={register.filter((entry) => 'member' in entry)}
      deskUrl={`${deps.publicUrl}${href(locale, paths.desk)}`}
      waiting={waiting}
      {...(helped && { approved: helped.name })}
      {...shown}
      {...(changed && kind && role && { done: { kind, role, member: changed } })}
    />
  )
}
