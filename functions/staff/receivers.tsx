import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { receiverForm } from '../../shared/http/systems'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { placeAsResource } from '../../shared/staff/may-do'
import { RECEIVER_EVENTS, type Receiver } from '../../shared/systems/receiver'
import { href, paths, type ReceiverChange } from '../../web/addresses'
import { DeskReceiverPage, type DeskReceiverPageProps } from '../../web/pages/desk/receiver'
import { textsOf } from '../../web/texts'
import { assertManages } from '../actions/manage-keys'
import {
  addReceiver,
  changeReceiver,
  type ManageReceiversDeps,
  pauseReceiver,
  pingReceiver,
  type ReceiverWish,
  receiverOf,
  removeReceiver,
  restoreReceiver,
  resumeReceiver,
  rotateSecret,
  sendAgain,
} from '../actions/manage-receivers'
import { noteRefusal, problemOf } from '../http/problem'
import { noteAttempt } from './attempt'
import type { StaffDeps } from './deps'
import { checkedForm, filledIn, formErrors, formWithCsrf, worker } from './desk-form'
import { type DeskHandler, deskPage } from './desk-page'
import type { Session } from './session'
import { placeIn, systemsPage } from './systems'

/** Messages that a receiver's page shows. */
const SHOWN = 50

/** Receivers of news at the desk. A secret is shown in the answer to the form that made it, and never again. */
export function receiverPages(app: Hono, deps: StaffDeps): void {
  deskPage(app, deps, '/staff/systems/receiver', { get: receiver })
  deskPage(app, deps, paths.deskReceivers('add'), { post: add })
  deskPage(app, deps, paths.deskReceivers('change'), { post: change })
  deskPage(app, deps, paths.deskReceivers('rotate'), { post: rotate })
  deskPage(app, deps, paths.deskReceivers('remove'), { post: remove })
  for (const [name, act] of Object.entries(STEPS)) {
    deskPage(app, deps, paths.deskReceivers(name as ReceiverChange), { post: step(act) })
  }
}

type At = { readonly place: string; readonly id: string }
type Step = (
  deps: ManageReceiversDeps,
  session: Session,
  at: At,
  values: Readonly<Record<string, string>>,
) => Promise<Done>
type Done = keyof ReturnType<typeof textsOf>['systems']['receivers']['done']

/** Changes after which the receiver's page says what was done. */
const STEPS: Readonly<Record<string, Step>> = {
  pause: (deps, { member }, at) => pauseReceiver(deps, member, at).then(() => 'paused'),
  resume: (deps, { member }, at) => resumeReceiver(deps, member, at).then(() => 'resumed'),
  restore: (deps, { member }, at) => restoreReceiver(deps, member, at).then(() => 'restored'),
  test: (deps, { member }, at) => pingReceiver(deps, member, at).then(() => 'tested'),
  again: (deps, { member }, at, { delivery = '' }) =>
    sendAgain(deps, member, at, delivery).then(() => 'again'),
}

const receiver: DeskHandler = async (c, deps, session, locale) => {
  const at = { place: c.req.query('scope') ?? '', id: c.req.query('receiver') ?? '' }
  assertManages(session.member, at.place)
  const found = (await deps.receivers.of(at.place)).find(({ id }) => id === at.id)
  // Mails lead here for as long as they are kept, also to one that was removed.
  if (!found) return c.redirect(href(locale, paths.deskSystems(at.place)), 303)
  return c.html(await receiverPage(deps, session, locale, found, doneIn(c, locale)))
}

const add: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', ...values } = await formWithCsrf(c, session)
  const at = await placeIn(c, deps, session, locale, scope)
  try {
    const { receiver, secret } = await addReceiver(deps, session.member, scope, wishOf(values))
    noteAttempt(c, { done: true })
    const { done } = textsOf(locale).systems.receivers
    return c.html(
      await receiverPage(deps, session, locale, receiver, { made: { secret }, flash: done.added }),
    )
  } catch (error) {
    noteRefusal(c, error)
    const failedReceiver = failureOf(error, values, locale)
    const page = await systemsPage(deps, session, locale, { ...at, failedReceiver })
    return c.html(page, statusOf(error, locale))
  }
}

const change: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', receiver = '', ...values } = await formWithCsrf(c, session)
  const at = receiverAt(c, session, scope, receiver)
  const found = await receiverOf(deps, session.member, at)
  try {
    await changeReceiver(deps, session.member, at, wishOf(values))
    return c.redirect(pageOf(locale, at, 'changed'), 303)
  } catch (error) {
    noteRefusal(c, error)
    const failed = failureOf(error, values, locale)
    return c.html(await receiverPage(deps, session, locale, found, { failed }), statusOf(error, locale))
  }
}

const rotate: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', receiver = '' } = await formWithCsrf(c, session)
  const rotated = await rotateSecret(deps, session.member, receiverAt(c, session, scope, receiver))
  noteAttempt(c, { done: true })
  const oldEndsAt = rotated.receiver.secrets[1]?.endsAt
  const made = { secret: rotated.secret, ...(oldEndsAt !== undefined && { oldEndsAt }) }
  return c.html(await receiverPage(deps, session, locale, rotated.receiver, { made }))
}

const remove: DeskHandler = async (c, deps, session, locale) => {
  const { scope = '', receiver = '' } = await formWithCsrf(c, session)
  await removeReceiver(deps, session.member, receiverAt(c, session, scope, receiver))
  return c.redirect(`${href(locale, paths.deskSystems(scope))}&done=receiver-removed&of=${receiver}`, 303)
}

function step(act: Step): DeskHandler {
  return async (c, deps, session, locale) => {
    const { scope = '', receiver = '', ...values } = await formWithCsrf(c, session)
    const at = receiverAt(c, session, scope, receiver)
    return c.redirect(pageOf(locale, at, await act(deps, session, at, values)), 303)
  }
}

/** What a form is about, noted for the trail. @throws DomainError `forbidden` */
function receiverAt(c: Context, session: Session, place: string, id: string): At {
  assertManages(session.member, place)
  noteAttempt(c, { resource: placeAsResource(place) })
  return { place, id }
}

function wishOf(values: Readonly<Record<string, string>>): ReceiverWish {
  const { name, url, ...boxes } = checkedForm(receiverForm, filledIn(values))
  return { name, url, events: RECEIVER_EVENTS.filter((event) => boxes[event] === 'on') }
}

function pageOf(locale: Locale, { place, id }: At, done: Done): string {
  return `${href(locale, paths.deskReceiver(place, id))}&done=${done}`
}

function doneIn(c: Context, locale: Locale): { readonly flash?: string } {
  const { done } = textsOf(locale).systems.receivers
  const said = Object.entries(done).find(([name]) => name === c.req.query('done'))
  return said ? { flash: said[1] } : {}
}

/** What a form says of an error that the form can mend; others are thrown on. */
function failureOf(error: unknown, values: Readonly<Record<string, string>>, locale: Locale) {
  if (!(error instanceof DomainError) || ![400, 409].includes(problemOf(error, locale).status)) throw error
  return { values, errors: formErrors(error, locale) }
}

function statusOf(error: unknown, locale: Locale): ContentfulStatusCode {
  return problemOf(error, locale).status as ContentfulStatusCode
}

async function receiverPage(
  deps: StaffDeps,
  session: Session,
  locale: Locale,
  receiver: Receiver,
  more: Pick<DeskReceiverPageProps, 'flash' | 'made' | 'failed'>,
) {
  return (
    <DeskReceiverPage
      locale={locale}
      staff={worker(session)}
      receiver={receiver}
      deliveries={await deps.deliveries.of(receiver.id, SHOWN)}
      {...more}
    />
  )
}
