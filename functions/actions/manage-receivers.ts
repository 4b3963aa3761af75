import { instantOf } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import type { SystemAct } from '../../shared/staff/office-entry'
import type { StaffMember } from '../../shared/staff/staff-member'
import { daysAfter } from '../../shared/systems/api-key'
import { pingId } from '../../shared/systems/delivery'
import {
  MOST_RECEIVERS,
  type Receiver,
  type ReceiverEvent,
  SECRET_OVERLAP_DAYS,
} from '../../shared/systems/receiver'
import { addressFlaw } from '../../shared/systems/receiver-address'
import type { Clock } from '../ports/clock'
import type { DeliveryStore } from '../ports/delivery-store'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { Random } from '../ports/random'
import type { ReceiverStore } from '../ports/receiver-store'
import { newSecret } from '../systems/webhook-secret'
import { assertManages } from './manage-keys'

export interface ManageReceiversDeps {
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyRing
  readonly receivers: Pick<ReceiverStore, 'find' | 'of' | 'save'>
  readonly deliveries: Pick<DeliveryStore, 'of' | 'reopen'>
  readonly mailQueue: Queue<MailMessage>
  /** Whether `http://localhost` is an address to send to. */
  readonly localReceivers: boolean
}

/** What a form says of a receiver. */
export interface ReceiverWish {
  readonly name: string
  readonly url: string
  readonly events: readonly ReceiverEvent[]
}

/** A receiver, and its new secret as it is shown this once. */
export interface WithSecret {
  readonly receiver: Receiver
  readonly secret: string
}

/** Messages that waited for the end of a pause, and go out when it is over. */
const HELD_AT_MOST = 200

/** @throws DomainError `forbidden`, `too-many-receivers`; `invalid-body` for an address to which nothing is sent */
export async function addReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  place: string,
  wish: ReceiverWish,
): Promise<WithSecret> {
  assertManages(member, place)
  assertSound(deps, wish)
  if ((await deps.receivers.of(place)).length >= MOST_RECEIVERS) throw new DomainError('too-many-receivers')
  const { text: secret, sealed } = await newSecret(deps.keys, deps.random)
  const receiver: Receiver = {
    id: Buffer.from(deps.random.bytes(6)).toString('hex'),
    place,
    ...wish,
    secrets: [{ sealed }],
    version: 1,
    createdAt: deps.clock.now(),
    by: { id: member.id, name: member.name },
  }
  await save(deps, member, 'receiver-added', receiver)
  return { receiver, secret }
}

/** Throws as `addReceiver`, and `not-found`. */
export async function changeReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
  wish: ReceiverWish,
): Promise<void> {
  const receiver = await receiverOf(deps, member, at)
  assertSound(deps, wish)
  await save(deps, member, 'receiver-changed', next(receiver, wish))
}

/** A new secret; the one before it signs, too, for a week. @throws DomainError `forbidden`, `not-found`, `conflict` */
export async function rotateSecret(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<WithSecret> {
  const receiver = await receiverOf(deps, member, at)
  const { text: secret, sealed } = await newSecret(deps.keys, deps.random)
  const endsAt = daysAfter(deps.clock.now(), SECRET_OVERLAP_DAYS)
  const [current] = receiver.secrets
  const secrets = [{ sealed }, ...(current ? [{ sealed: current.sealed, endsAt }] : [])]
  const changed = next(receiver, { secrets })
  await save(deps, member, 'receiver-rotated', changed)
  return { receiver: changed, secret }
}

/** Throws as `rotateSecret`. Pausing twice is pausing once. */
export async function pauseReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<void> {
  const receiver = await receiverOf(deps, member, at)
  if (receiver.paused) return
  const paused = { at: deps.clock.now(), why: 'by-hand' as const }
  await save(deps, member, 'receiver-paused', next(receiver, { paused }))
}

/** Ends a pause; what waited for that goes out, the oldest first. Throws as `rotateSecret`. */
export async function resumeReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<void> {
  const { paused, failingSince: _failing, ...receiver } = await receiverOf(deps, member, at)
  if (paused) await save(deps, member, 'receiver-resumed', next(receiver, {}))
  const held = (await deps.deliveries.of(receiver.id, HELD_AT_MOST)).filter(({ status }) => status === 'held')
  const messages = held
    .reverse()
    .map(({ id }) => ({ type: 'webhook' as const, receiver: receiver.id, delivery: id }))
  if (messages.length > 0) await deps.mailQueue.send(messages)
}

/** Nothing is sent any more; it can be brought back for a month. Throws as `rotateSecret`. */
export async function removeReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<void> {
  const receiver = await receiverOf(deps, member, at)
  const removedAt = deps.clock.now()
  await save(deps, member, 'receiver-removed', next(receiver, { removedAt }))
}

/** Throws as `rotateSecret`, and `too-many-receivers`. */
export async function restoreReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<void> {
  const { removedAt, ...receiver } = await receiverOf(deps, member, at, true)
  if (!removedAt) return
  const present = await deps.receivers.of(receiver.place)
  if (present.length >= MOST_RECEIVERS) throw new DomainError('too-many-receivers')
  await save(deps, member, 'receiver-restored', next(receiver, {}))
}

/** Sends a message that says only that it is a test, once; also to a receiver that is paused. Throws as `rotateSecret`. */
export async function pingReceiver(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
): Promise<void> {
  const { id } = await receiverOf(deps, member, at)
  const random = Buffer.from(deps.random.bytes(6)).toString('hex')
  await deps.mailQueue.send([{ type: 'webhook', receiver: id, delivery: pingId(deps.clock.now(), random) }])
}

/** Lets a message that was given up go out anew. Throws as `rotateSecret`; `already-done` where it was not given up. */
export async function sendAgain(
  deps: ManageReceiversDeps,
  member: StaffMember,
  at: { readonly place: string; readonly id: string },
  delivery: string,
): Promise<void> {
  const { id } = await receiverOf(deps, member, at)
  if (!/^[0-9TZ:.-]{20,30}~[0-9a-z]{1,32}~[0-9]{1,6}$/.test(delivery)) throw new DomainError('not-found')
  const lost = instantOf(Date.parse(deps.clock.now()) + 15 * 60_000)
  if (!(await deps.deliveries.reopen({ receiver: id, id: delivery }, lost))) {
    throw new DomainError('already-done')
  }
  await deps.mailQueue.send([{ type: 'webhook', receiver: id, delivery }])
}

/** A receiver of the place. @throws DomainError `forbidden`, `not-found` */
export async function receiverOf(
  deps: Pick<ManageReceiversDeps, 'receivers'>,
  member: StaffMember,
  { place, id }: { readonly place: string; readonly id: string },
  alsoRemoved = false,
): Promise<Receiver> {
  assertManages(member, place)
  const receiver = /^[0-9a-f]{12}$/.test(id) ? await deps.receivers.find(id) : undefined
  if (receiver?.place !== place || (receiver.removedAt && !alsoRemoved)) throw new DomainError('not-found')
  return receiver
}

function next(receiver: Receiver, change: Partial<Receiver>): Receiver {
  return { ...receiver, ...change, version: receiver.version + 1 }
}

async function save(
  { receivers, clock }: ManageReceiversDeps,
  member: StaffMember,
  kind: SystemAct,
  receiver: Receiver,
): Promise<void> {
  const { id, name } = receiver
  const by = { id: member.id, name: member.name }
  await receivers.save(receiver, { kind, system: { id, name }, at: clock.now(), by })
}

function assertSound({ localReceivers }: ManageReceiversDeps, { url }: ReceiverWish): void {
  const code = addressFlaw(url, localReceivers)
  if (code) throw new DomainError('invalid-body', { fields: [{ field: 'url', code }] })
}
