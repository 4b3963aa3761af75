import type { Instant } from '../../shared/calendar/day'
import type { StoredNotice } from './petition-store'

/** What a deliverer learns when it asks for a notice. */
export type Claim =
  | { readonly state: 'taken'; readonly notice: StoredNotice }
  | { readonly state: 'sent'; readonly notice: StoredNotice }
  /** Somebody else is delivering it; their lease runs out by itself. */
  | { readonly state: 'held' }

/** The outbox: who may deliver a notice now, and what became of it. */
export interface NoticeStore {
  /** Takes a notice that is not sent yet for delivery until `leaseUntil` and counts the attempt. */
  claim(petitionId: string, noticeId: string, now: Instant, leaseUntil: Instant): Promise<Claim>
  sent(petitionId: string, noticeId: string, messageId: string, at: Instant): Promise<void>
  /** Gives the notice back for another attempt; `final` marks it failed and visible. */
  failed(petitionId: string, noticeId: string, at: Instant, final: boolean): Promise<void>
}
