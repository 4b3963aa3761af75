import type { Instant } from '../calendar/day'
import type { By } from './event'

/**
 * A notice that a change owes to somebody: written with its event, delivered afterwards.
 * The receiver is a role; the address is looked up at delivery and never stored here.
 */
export interface Notice<Kind extends string = string> {
  /** `<event seq>-<kind>-<role>`: one notice is one mail, however often it is attempted. */
  readonly id: string
  readonly kind: Kind
  readonly to: string
  /** The rule that demands it, where one does. */
  readonly rule?: string
  /** `seq` of the event it tells of. */
  readonly event: number
  readonly createdAt: Instant
  readonly data: Readonly<Record<string, unknown>>
}

/** Why an attempt failed: nobody has the role, the mail system refused the address, or it did not answer. */
export type DeliveryFailure = 'no-address' | 'refused' | 'unreachable'

/** One entry of a notice's own evidence; entries are only ever added. */
export interface DeliveryStep {
  readonly what: 'sent' | 'failed' | 'resend-asked'
  readonly at: Instant
  readonly messageId?: string
  readonly reason?: DeliveryFailure
  /** Who asked for it to be sent again; never published. */
  readonly by?: By
}

/** What became of a notice: its delivery evidence. */
export interface Delivery {
  readonly status: 'pending' | 'sent' | 'failed'
  readonly attempts: number
  readonly messageId?: string
  readonly sentAt?: Instant
  /** Of the last attempt that failed. */
  readonly failedAt?: Instant
  /** Somebody asked for what is sent to be sent once more; it stays sent meanwhile. */
  readonly resend?: true
  readonly steps?: readonly DeliveryStep[]
  /** Until when one deliverer holds it, so that two do not send it at once. */
  readonly leaseUntil?: Instant
  /** Of a notice to many: how many of them have it. */
  readonly told?: number
  /** To how many it could not be sent at once; each is tried again on its own. */
  readonly untold?: number
  /** Behind whom its round among them goes on. */
  readonly after?: string
}

/** A row of a table that says which events cause which notices. */
export interface NoticeRule<EventType extends string, Kind extends string> {
  readonly on: EventType
  readonly kind: Kind
  readonly to: readonly string[]
  /** Only where this fact of the procedure holds. */
  readonly onlyIf?: string
  readonly rule?: string
}

/** The notices that one event causes, by a procedure's table. */
export function noticesFor<EventType extends string, Kind extends string>(
  table: readonly NoticeRule<EventType, Kind>[],
  event: { readonly seq: number; readonly type: EventType; readonly at: Instant; readonly data: unknown },
  facts: ReadonlySet<string>,
): Notice<Kind>[] {
  return table
    .filter((row) => row.on === event.type && (row.onlyIf === undefined || facts.has(row.onlyIf)))
    .flatMap((row) => row.to.map((to) => noticeOf(event, row.kind, to, row.rule)))
}

/** One notice about `event` for one role. */
export function noticeOf<Kind extends string>(
  event: { readonly seq: number; readonly at: Instant; readonly data: unknown },
  kind: Kind,
  to: string,
  rule?: string,
): Notice<Kind> {
  return {
    id: `${event.seq}-${kind}-${to}`,
    kind,
    to,
    ...(rule !== undefined && { rule }),
    event: event.seq,
    createdAt: event.at,
    data: event.data as Readonly<Record<string, unknown>>,
  }
}
