import type { Instant } from '../../shared/calendar/day'
import type { By } from '../../shared/procedure/event'
import type { DeliveryFailure } from '../../shared/procedure/notice'
import type { StoredNotice } from './petition-store'

/** What a deliverer learns when it asks for a notice. */
export type Claim =
  | { readonly state: 'taken'; readonly notice: StoredNotice }
  | { readonly state: 'sent'; readonly notice: StoredNotice }
  /** Somebody else is delivering it; their lease runs out by itself. */
  | { readonly state: 'held' }

/** One stretch of a round among followers. */
export interface RoundStep {
  /** How many have the mail, and to how many it could not be sent. */
  readonly told: number
  readonly untold: number
  /** Behind whom the next stretch begins. */
  readonly after?: string
  /** It was the last stretch. */
  readonly doneAt?: Instant
}

/** The outbox: who may deliver a notice now, and what became of it. */
export interface NoticeStore {
  /** Takes a notice that is to be sent, or once more, for delivery until `leaseUntil` and counts the attempt. */
  claim(petitionId: string, noticeId: string, now: Instant, leaseUntil: Instant): Promise<Claim>
  sent(petitionId: string, noticeId: string, messageId: string, at: Instant): Promise<void>
  /** Gives the notice back after a failed attempt; `status`: what it is from now on. */
  failed(
    petitionId: string,
    noticeId: string,
    attempt: {
      readonly at: Instant
      readonly status: StoredNotice['status']
      readonly reason: DeliveryFailure
      /** The queue gives up. */
      readonly final: boolean
    },
  ): Promise<void>
  /**
   * Lets a notice be delivered once more, and records who asked. What was sent stays sent meanwhile.
   * @returns false while somebody is delivering it, or where there is none
   */
  reopen(
    petition: { readonly id: string; readonly communityId: string },
    noticeId: string,
    asked: { readonly at: Instant; readonly by: By },
  ): Promise<boolean>
  /**
   * Keeps how far a round among followers has come and gives it back, unless somebody else has taken it since:
   * then what they find is what counts.
   * @param notice as it was taken
   */
  progressed(petitionId: string, notice: StoredNotice, step: RoundStep): Promise<void>
  /** One of those whom a round had missed has the mail now. */
  caughtUp(petitionId: string, noticeId: string): Promise<void>
}
