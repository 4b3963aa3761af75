import type { Instant } from '../../shared/calendar/day'

/** Which receipts were mailed a short while ago. */
export interface ReceiptMails {
  /**
   * Takes it on to mail the receipt of one signature.
   * @param by who asks, the same for each attempt at the same message: an attempt may be repeated
   * @returns false while another has taken it on before and `until` has not passed
   */
  take(petitionId: string, index: number, by: string, now: Instant, until: Instant): Promise<boolean>
}
