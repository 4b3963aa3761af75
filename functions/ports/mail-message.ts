import type { Locale } from '../../shared/locale'

/** What travels in the mail queue. Nothing in it can be read without the keys: addresses stay sealed. */
export type MailMessage =
  /** An outbox row to deliver. */
  | { readonly type: 'notice'; readonly petitionId: string; readonly noticeId: string }
  /** A link that somebody asked for; the token holds address and purpose, encrypted. */
  | { readonly type: 'link'; readonly token: string; readonly locale: Locale }
