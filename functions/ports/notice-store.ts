import type { Instant } from '../../shared/calendar/day'
import type { StoredNotice } from './petition-store'

/** The outbox: who may deliver a notice now, and what became of it. */
export interface NoticeStore {
  /**
   * Takes a pending or failed notice for delivery until `leaseUntil` and counts the attempt.
   * @returns undefined when it was sent already or somebody else holds it
   */
  claim(
    petitionId: string,
    noticeId: string,
    now: Instant,
    leaseUntil: Instant,
  ): Promise<StoredNotice | undefined>
  sent(petitionId: string, noticeId: string, messageId: string, at: Instant): Promise<void>
  /** Gives the notice back for another attempt; `final` marks it failed and visible. */
  failed(petitionId: string, noticeId: string, at: Instant, final: boolean): Promise<void>
}
