import { type Instant, instantOf } from '../calendar/day'

/** Whether a message has arrived: it waits for its next attempt, for the end of a pause, or is given up. */
export type DeliveryStatus = 'waiting' | 'delivered' | 'held' | 'failed'

/** One attempt, as the desk shows it. */
export interface DeliveryTry {
  readonly at: Instant
  readonly milliseconds: number
  readonly status?: number
  readonly failure?: 'unreachable' | 'forbidden-address' | 'timeout' | 'status'
  /** The beginning of the receiver's answer, at most 200 characters. */
  readonly answer?: string
}

/** One message to one receiver: its outbox row and its evidence. */
export interface Delivery {
  /** `<instant>~<petition>~<seq>` of the event, or `<instant>~ping~<random>`. */
  readonly id: string
  readonly receiver: string
  readonly type: string
  readonly status: DeliveryStatus
  /** Since it was begun, or begun again by hand. */
  readonly attempts: number
  readonly tries: readonly DeliveryTry[]
  /** When it is tried again. */
  readonly dueAt?: Instant
}

/** What a message is about. */
export type DeliverySubject = { readonly petitionId: string; readonly seq: number } | 'ping'

/** The id of the message about an event: the same however often the event is met. */
export function deliveryId(at: Instant, petitionId: string, seq: number): string {
  return `${at}~${petitionId}~${seq}`
}

export function pingId(at: Instant, random: string): string {
  return `${at}~ping~${random}`
}

/** What an id says. @throws Error for what is no id */
export function subjectOf(id: string): DeliverySubject {
  const [, petitionId, seq] = id.split('~')
  if (!petitionId || !seq) throw new Error('no id of a delivery')
  return petitionId === 'ping' ? 'ping' : { petitionId, seq: Number(seq) }
}

/** The id that a receiver sees, by which it knows a repeat (Standard Webhooks, `webhook-id`). */
export function messageIdOf(receiver: string, id: string): string {
  return `msg_${receiver}_${id.split('~').slice(1).join('_')}`
}

/** Attempts that the queue makes by itself, within minutes. */
const SOON = 3
/** Minutes until each further one: a night, a weekend, more than three days in all. */
const LATER = [10, 60, 180, 480, 1440, 2400]

/** When to try again after so many attempts have failed: `soon` by the queue, at an instant, or never. */
export function afterFailure(attempts: number, now: Instant): 'soon' | 'never' | { readonly at: Instant } {
  if (attempts < SOON) return 'soon'
  const minutes = LATER[attempts - SOON]
  return minutes === undefined ? 'never' : { at: instantOf(Date.parse(now) + minutes * 60_000) }
}

/** Attempts after which a message is given up. */
export const MOST_ATTEMPTS = SOON + LATER.length
