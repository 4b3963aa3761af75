import type { Instant } from '../../shared/calendar/day'
import type { Delivery, DeliveryTry } from '../../shared/systems/delivery'

/** A message to a receiver, by what names it. */
export interface DeliveryKey {
  readonly receiver: string
  readonly id: string
}

export type DeliveryClaim =
  | { readonly state: 'taken'; readonly delivery: Delivery }
  /** Delivered or given up. */
  | { readonly state: 'over' }
  /** Somebody else is at it; their lease runs out by itself. */
  | { readonly state: 'busy' }

/** Messages to receivers: who may send one now, and what became of it. Rows go after a month. */
export interface DeliveryStore {
  /** Takes a message for an attempt until `leaseUntil`, and makes its row where there is none. */
  claim(key: DeliveryKey, type: string, now: Instant, leaseUntil: Instant): Promise<DeliveryClaim>
  /** Keeps a message until its receiver's pause is over; one that is over stays as it is. */
  hold(key: DeliveryKey, type: string, now: Instant): Promise<void>
  delivered(key: DeliveryKey, attempt: DeliveryTry): Promise<void>
  /** Gives it back after a failed attempt, to be met again at `dueAt`; without it the message is given up. */
  failed(key: DeliveryKey, attempt: DeliveryTry, dueAt: Instant | undefined): Promise<void>
  /** Lets a message that was given up be tried anew. @returns false where it was not */
  reopen(key: DeliveryKey, dueAt: Instant): Promise<boolean>
  /** Newest first. */
  of(receiver: string, limit: number): Promise<readonly Delivery[]>
  /** Messages that are to be tried again at or before `now`, each taken off until `until`. */
  takeDue(now: Instant, until: Instant, limit: number): Promise<readonly DeliveryKey[]>
}
