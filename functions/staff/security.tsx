import type { Hono } from 'hono'
import * as z from 'zod'
import { passkeyName } from '../../shared/http/passkeys'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { StaffSession } from '../../shared/staff/staff-session'
import { href, paths } from '../../web/addresses'
import { DeskSecurityPage } from '../../web/pages/desk/security'
import type { StaffDeps } from './deps'
import { checkedForm, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import type { Session } from './session'

const keyForm = z.strictObject({ id: z.string().min(1).max(1400) })
const nameForm = keyForm.extend({ name: passkeyName })

/** A member's own passkeys and sessions. */
export function securityPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskSecurity, { get: security })
  deskPage(app, deps, paths.deskSecurityStep('rename'), { post: step(rename) })
  deskPage(app, deps, paths.deskSecurityStep('remove'), { post: step(remove) })
  deskPage(app, deps, paths.deskSecurityStep('end'), { post: step(end) })
  deskPage(app, deps, paths.deskSecurityStep('end-others'), { post: step(endOthers) })
}

const security: DeskHandler = async (c, deps, session, locale) =>
  c.html(await securityPage(deps, session, locale))

async function securityPage(deps: StaffDeps, session: Session, locale: Locale) {
  const [keys, sessions] = await Promise.all([
    deps.passkeys.passkeys(session.member.id),
    deps.sessions.sessions(session.member.id),
  ])
  const now = deps.clock.now()
  const open = sessions.filter((one) => isOpen(one, now))
  return (
    <DeskSecurityPage
      locale={locale}
      staff={worker(session)}
      keys={keys}
      sessions={open}
      current={session.id}
      byCouncil={session.within !== undefined}
    />
  )
}

function isOpen({ replaced, idleUntil, endsAt }: StaffSession, now: string): boolean {
  return !replaced && now < idleUntil && now < endsAt
}

type Step = (deps: StaffDeps, session: Session, values: Record<string, string>) => Promise<void>

function step(take: Step): DeskHandler {
  return async (c, deps, session, locale) => {
    await take(deps, session, await formWithCsrf(c, session))
    return c.redirect(href(locale, paths.deskSecurity), 303)
  }
}

const rename: Step = async (deps, { member }, values) => {
  const { id, name } = checkedForm(nameForm, values)
  if (!(await deps.passkeys.rename(member.id, id, name))) throw new DomainError('not-found')
}

/** A key goes while another stands, so that nobody locks themselves out. */
const remove: Step = async (deps, { member }, values) => {
  const { id } = checkedForm(keyForm, values)
  const other = (await deps.passkeys.passkeys(member.id)).find((key) => key.id !== id)
  if (!other) throw new DomainError('last-passkey')
  if (!(await deps.passkeys.remove(member.id, id, other.id))) throw new DomainError('conflict')
}

const end: Step = async (deps, { member }, values) => {
  await deps.sessions.end(member.id, checkedForm(keyForm, values).id)
}

const endOthers: Step = async (deps, { member, id }) => {
  const all = await deps.sessions.sessions(member.id)
  await Promise.all(all.filter((one) => one.id !== id).map((one) => deps.sessions.end(member.id, one.id)))
}
