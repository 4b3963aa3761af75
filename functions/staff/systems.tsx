import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { apiKeyForm } from '../../shared/http/systems'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { placeAsResource } from '../../shared/staff/may-do'
import { KEY_SCOPES, type KeyScope } from '../../shared/systems/api-key'
import { isPlace, type Place } from '../../shared/systems/place'
import { href, paths } from '../../web/addresses'
import type { NamedPlace } from '../../web/components/desk/places'
import { DeskSystemsPage, type DeskSystemsPageProps } from '../../web/pages/desk/systems'
import { textsOf } from '../../web/texts'
import { type MadeKey, makeKey, revokeKey, rotateKey } from '../actions/manage-keys'
import { noteRefusal } from '../http/problem'
import { noteAttempt } from './attempt'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import { placesFor } from './places'
import type { Session } from './session'

/** Lines of the register that the page shows. */
const LINES = 100

/** Keys of organisations' systems at the desk. A key is shown in the answer to the form that made it, and never again. */
export function systemsPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, paths.deskSystems(), { get: systems })
  deskPage(app, deps, paths.deskKeys('make'), { post: make })
  deskPage(app, deps, paths.deskKeys('rotate'), { post: rotate })
  deskPage(app, deps, paths.deskKeys('revoke'), { post: revoke })
}

const systems: DeskHandler = async (c, deps, session, locale) => {
  const places = await placesOf(deps, session, locale)
  const scope = c.req.query('scope')
  const place = scope === undefined ? places[0] : places.find((one) => one.scope === scope)
  if (!place) throw new DomainError('forbidden')
  return c.html(await systemsPage(deps, session, locale, { place, places, ...doneIn(c) }))
}

const make: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', ...values } = await formWithCsrf(c, session)
  const at = await placeIn(c, deps, session, locale, scope)
  try {
    const { name, days, ...boxes } = checkedForm(apiKeyForm, filledIn(values))
    const scopes = KEY_SCOPES.filter((one: KeyScope) => boxes[one] === 'on')
    const made = await makeKey(deps, session.member, scope, { name, days, scopes })
    noteAttempt(c, { done: true })
    return c.html(await systemsPage(deps, session, locale, { ...at, made: { text: made.text } }))
  } catch (error) {
    const status = noteRefusal(c, error)
    if (status !== 400 && status !== 409) throw error
    const failedKey = { values, errors: formErrors(error, locale) }
    const page = await systemsPage(deps, session, locale, { ...at, failedKey })
    return c.html(page, status as ContentfulStatusCode)
  }
}

const rotate: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', key = '' } = await formWithCsrf(c, session)
  const at = await placeIn(c, deps, session, locale, scope)
  const made = await rotateKey(deps, session.member, scope, key)
  noteAttempt(c, { done: true })
  const old = await deps.apiKeys.find(key)
  return c.html(await systemsPage(deps, session, locale, { ...at, made: shownWith(made, old?.endsAt) }))
}

const revoke: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', key = '' } = await formWithCsrf(c, session)
  await placeIn(c, deps, session, locale, scope)
  await revokeKey(deps, session.member, scope, key)
  return c.redirect(`${href(locale, paths.deskSystems(scope))}&done=key-revoked&of=${key}`, 303)
}

function shownWith({ text }: MadeKey, oldEndsAt: string | undefined) {
  return { text, ...(oldEndsAt !== undefined && { oldEndsAt }) }
}

/** The place of a form among those whose systems the member manages. @throws DomainError `forbidden` */
export async function placeIn(c: Context, deps: StaffDeps, session: Session, locale: Locale, scope: string) {
  const places = await placesOf(deps, session, locale)
  const place = places.find((one) => one.scope === scope)
  if (!place) throw new DomainError('forbidden')
  noteAttempt(c, { resource: placeAsResource(place.scope) })
  return { place, places }
}

/** NGOs and councils whose systems the member manages, by name. */
async function placesOf(
  { communities }: StaffDeps,
  { member }: Session,
  locale: Locale,
): Promise<NamedPlace<Place>[]> {
  const managed = await placesFor(communities, member, 'manage-systems', locale)
  const places = managed.filter((one): one is NamedPlace<Place> => isPlace(one.scope))
  const isHost = ({ scope }: NamedPlace) => scope.startsWith('host:')
  return [...places.filter(isHost), ...places.filter((one) => !isHost(one))]
}

type Shown = Pick<DeskSystemsPageProps, 'place' | 'places' | 'made' | 'failedKey' | 'failedReceiver'> & {
  readonly done?: { readonly kind: 'key-revoked' | 'receiver-removed'; readonly of: string }
}

function doneIn(c: Context): Pick<Shown, 'done'> {
  const [done, of] = [c.req.query('done'), c.req.query('of')]
  const kind = (['key-revoked', 'receiver-removed'] as const).find((one) => one === done)
  return kind && of ? { done: { kind, of } } : {}
}

/** The page of a place's systems. */
export async function systemsPage(
  deps: StaffDeps,
  session: Session,
  locale: Locale,
  { done, ...shown }: Shown,
): Promise<ReturnType<typeof DeskSystemsPage>> {
  const { scope } = shown.place
  const [keys, receivers, register] = await Promise.all([
    deps.apiKeys.of(scope),
    deps.receivers.of(scope),
    deps.office.register(scope, LINES),
  ])
  const revoked = keys.find(({ id, revokedAt }) => id === done?.of && revokedAt)
  const removed = await removedOf(deps, scope, done)
  return (
    <DeskSystemsPage
      locale={locale}
      staff={worker(session)}
      now={deps.clock.now()}
      publicUrl={deps.publicUrl}
      keys={keys}
      receivers={receivers}
      register={register.filter((entry) => 'system' in entry)}
      {...shown}
      {...(removed && { removed })}
      {...(revoked && { flash: textsOf(locale).systems.keys.revoked(revoked.name) })}
    />
  )
}

/** The receiver that was just removed, for it can be brought back. */
async function removedOf({ receivers }: StaffDeps, scope: string, done: Shown['done']) {
  if (done?.kind !== 'receiver-removed' || !/^[0-9a-f]{12}$/.test(done.of)) return undefined
  const found = await receivers.find(done.of)
  return found?.removedAt && found.place === scope ? { id: found.id, name: found.name } : undefined
}
