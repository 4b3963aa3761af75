import { Webhook } from 'standardwebhooks'
import { type Instant, instantOf } from '../../shared/calendar/day'
import { isPublic } from '../../shared/petition/project'
import { DomainError } from '../../shared/problem'
import { afterFailure, messageIdOf, subjectOf } from '../../shared/systems/delivery'
import { PAUSED_AFTER_DAYS, type PauseReason, type Receiver, secretsAt } from '../../shared/systems/receiver'
import { renderReceiverFailing } from '../../web/mail/receiver'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { DeliveryKey, DeliveryStore } from '../ports/delivery-store'
import type { KeyRing } from '../ports/key-ring'
import type { Mailer } from '../ports/mailer'
import type { ReceiverStore } from '../ports/receiver-store'
import type { StaffStore } from '../ports/staff-store'
import type { Attempt, WebhookSender } from '../ports/webhook-sender'
import { openSecret } from '../systems/webhook-secret'
import { type ViewDeps, viewPetition } from './view-petition'

export interface DeliverWebhookDeps extends ViewDeps {
  readonly clock: Clock
  readonly receivers: Pick<ReceiverStore, 'find' | 'save' | 'failing' | 'succeeded'>
  readonly deliveries: Pick<DeliveryStore, 'claim' | 'hold' | 'delivered' | 'failed'>
  readonly webhooks: WebhookSender
  readonly keys: KeyRing
  readonly mailer: Mailer
  readonly staff: Pick<StaffStore, 'staff'>
  readonly communities: CommunityStore
  readonly publicUrl: string
}

/** The queue is to bring the message again. */
export class WebhookWaits extends Error {
  override readonly name = 'WebhookWaits'
}

/** How long one deliverer holds a message; longer than a function may run. */
const LEASE_MS = 55_000
/** Of the failures that the queue repeats by itself: when the clock looks after a message that it has lost. */
const LOST_MS = 15 * 60_000
const DAY_MS = 24 * 3_600_000

interface Message {
  readonly type: string
  readonly timestamp: Instant
  readonly data: object
}

/**
 * Sends one message to one receiver: at least once, with an id by which it knows a repeat. What fails is tried again
 * by the queue within minutes and by the clock for three days; then it is given up, and whoever answers for the receiver
 * gets a mail. A receiver to which nothing has got through for days, or that says it is gone, is paused.
 * @param last after this receive the queue gives up
 * @throws WebhookWaits, so that the queue tries again
 */
export async function deliverWebhook(
  deps: DeliverWebhookDeps,
  key: DeliveryKey,
  last: boolean,
): Promise<void> {
  const receiver = await deps.receivers.find(key.receiver)
  if (!receiver || receiver.removedAt) return
  const message = await messageOf(deps, receiver, key.id)
  if (!message) return
  const now = deps.clock.now()
  if (receiver.paused && message.type !== 'ping') return deps.deliveries.hold(key, message.type, now)
  const lease = instantOf(Date.parse(now) + LEASE_MS)
  const claim = await deps.deliveries.claim(key, message.type, now, lease)
  if (claim.state === 'over') return
  if (claim.state === 'busy') throw new WebhookWaits()
  const attempt = await send(deps, receiver, key.id, message)
  const tried = { at: now, ...attempt }
  if (!attempt.failure) {
    await deps.deliveries.delivered(key, tried)
    if (receiver.failingSince) await deps.receivers.succeeded(receiver.id)
    return
  }
  if (message.type === 'ping') return deps.deliveries.failed(key, tried, undefined)
  const since = (await deps.receivers.failing(receiver.id, now)) ?? now
  const again = attempt.status === 410 ? 'never' : afterFailure(claim.delivery.attempts, now)
  if (again === 'never') {
    await giveUp(deps, receiver, { key, attempt, since })
    return deps.deliveries.failed(key, tried, undefined)
  }
  const soon = again === 'soon' && !last
  const lost = instantOf(Date.parse(now) + LOST_MS)
  await deps.deliveries.failed(key, tried, again === 'soon' ? lost : again.at)
  if (soon) throw new WebhookWaits()
}

/** The message as it is now; undefined for what nobody outside may hear of, or what is gone. */
async function messageOf(
  deps: DeliverWebhookDeps,
  receiver: Receiver,
  id: string,
): Promise<Message | undefined> {
  const subject = subjectOf(id)
  if (subject === 'ping') {
    return { type: 'ping', timestamp: deps.clock.now(), data: { receiver: receiver.id, name: receiver.name } }
  }
  const found = await viewPetition(deps, subject.petitionId).catch(unlessGone)
  const event = found?.view.events.find(({ seq }) => seq === subject.seq)
  if (!found || !event || !isPublic(found.record.petition)) return undefined
  return { type: `petition.${event.type}`, timestamp: event.at, data: { event, petition: found.view } }
}

function unlessGone(error: unknown): undefined {
  if (error instanceof DomainError) return undefined
  throw error
}

/** Standard Webhooks: id, time and one signature for each secret in force. */
async function send(
  { keys, clock, webhooks }: DeliverWebhookDeps,
  receiver: Receiver,
  deliveryId: string,
  message: Message,
): Promise<Attempt> {
  const now = clock.now()
  const [id, at] = [messageIdOf(receiver.id, deliveryId), new Date(now)]
  const body = JSON.stringify(message)
  const secrets = await Promise.all(secretsAt(receiver, now).map((sealed) => openSecret(keys, sealed)))
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  }
  return webhooks.send(receiver.url, headers, body)
}

interface GivenUp {
  readonly key: DeliveryKey
  readonly attempt: Attempt
  /** Since when nothing has got through. */
  readonly since: Instant
}

/** Pauses a receiver to which nothing gets through any more, and tells whoever answers for it. */
async function giveUp(deps: DeliverWebhookDeps, receiver: Receiver, { key, attempt, since }: GivenUp) {
  const why = pauseReason(deps.clock.now(), attempt, since)
  if (why) await pause(deps, receiver.id, why)
  const to = await responsible(deps, receiver)
  if (!to) return
  const { publicUrl } = deps
  const mail = renderReceiverFailing({ receiver, attempt, since, paused: why !== undefined, publicUrl })
  const messageId = `<${messageIdOf(receiver.id, key.id)}@${new URL(publicUrl).hostname}>`
  await deps.mailer.send({ ...mail, to: [to], messageId })
}

function pauseReason(now: Instant, { status }: Attempt, since: Instant): PauseReason | undefined {
  if (status === 410) return 'gone'
  return Date.parse(now) - Date.parse(since) >= PAUSED_AFTER_DAYS * DAY_MS ? 'failing' : undefined
}

/** Somebody may have changed it meanwhile: then it is as they want it. */
async function pause({ receivers, clock }: DeliverWebhookDeps, id: string, why: PauseReason): Promise<void> {
  const receiver = await receivers.find(id)
  if (!receiver || receiver.paused || receiver.removedAt) return
  const at = clock.now()
  const { name, version } = receiver
  const entry = { kind: 'receiver-paused' as const, system: { id, name }, at, by: { id: 'clock', name: '' } }
  await receivers
    .save({ ...receiver, version: version + 1, paused: { at, why } }, entry)
    .catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error
    })
}

/** Who made it, as long as they work there; else the organisation's own address. */
async function responsible(
  { staff, communities }: DeliverWebhookDeps,
  { by, place }: Receiver,
): Promise<string | undefined> {
  const member = await staff.staff(by.id)
  if (member?.grants.some(({ scope }) => scope === place || scope === '*')) return member.email
  const id = place.slice(place.indexOf(':') + 1)
  const owner = place.startsWith('host:') ? communities.host(id) : communities.community(id)
  return (await owner)?.email
}
