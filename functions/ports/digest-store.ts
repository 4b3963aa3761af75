import type { Day, Instant } from '../../shared/calendar/day'

/** The operators' daily digests: which were asked for, who mails one, which went out. */
export interface DigestStore {
  isAskedFor(day: Day): Promise<boolean>
  askFor(day: Day, at: Instant): Promise<void>
  /**
   * Takes it on to mail a day's digest.
   * @param by who asks, the same for each attempt at the same message: an attempt may be repeated
   * @returns false where it is done, or another message has taken it on
   */
  take(day: Day, by: string): Promise<boolean>
  /** It went out, or there was nothing to say. */
  done(day: Day, at: Instant): Promise<void>
}
