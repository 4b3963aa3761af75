import type { Instant } from '../calendar/day'
import type { EventType } from '../petition/events'
import type { Place } from './place'

/** Turns in a petition's life of which systems are told: all of them stand in the public journal. */
export const RECEIVER_EVENTS = [
  'published',
  'threshold-reached',
  'collection-ended',
  'dispatched',
  'consideration-begun',
  'extended',
  'decided',
  'announced',
  'answered',
  'appeal-answered',
  'overdue',
  'annulled',
  'withdrawn',
] as const satisfies readonly EventType[]
export type ReceiverEvent = (typeof RECEIVER_EVENTS)[number]

export function isReceiverEvent(type: string): type is ReceiverEvent {
  return (RECEIVER_EVENTS as readonly string[]).includes(type)
}

/** Receivers that a place may have. */
export const MOST_RECEIVERS = 10

/** How long messages are signed with the old secret, too, after a new one was made. */
export const SECRET_OVERLAP_DAYS = 7

/** After so many days without one success a receiver is paused. */
export const PAUSED_AFTER_DAYS = 3

/** Where an organisation's own system hears of its petitions. */
export interface Receiver {
  readonly id: string
  readonly place: Place
  /** What it is, in its owner's words. */
  readonly name: string
  readonly url: string
  readonly events: readonly ReceiverEvent[]
  /** What signs its messages, sealed; the newest first, an older one until its end. */
  readonly secrets: readonly { readonly sealed: string; readonly endsAt?: Instant }[]
  /** Grows by one with each saved change. */
  readonly version: number
  readonly createdAt: Instant
  /** Who answers for it, and is told when it fails. */
  readonly by: { readonly id: string; readonly name: string }
  readonly paused?: { readonly at: Instant; readonly why: PauseReason }
  /** Since when nothing has got through. */
  readonly failingSince?: Instant
  readonly removedAt?: Instant
}

/** Somebody paused it, it failed for days, or it said that it is gone (HTTP 410). */
export type PauseReason = 'by-hand' | 'failing' | 'gone'

/** The secrets that sign at `now`, the newest first. */
export function secretsAt({ secrets }: Pick<Receiver, 'secrets'>, now: Instant): string[] {
  return secrets.filter(({ endsAt }) => endsAt === undefined || now < endsAt).map(({ sealed }) => sealed)
}

/** Whether an event is one that a receiver hears of; what happened before it was there is not. */
export function hears(receiver: Receiver, event: { readonly type: string; readonly at: Instant }): boolean {
  const chosen = isReceiverEvent(event.type) && receiver.events.includes(event.type)
  return chosen && !receiver.removedAt && event.at >= receiver.createdAt
}
