import type { Day } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'

/** What travels in the mail queue. Nothing in it can be read without the keys: addresses stay sealed. */
export type MailMessage =
  /** An outbox row to deliver. */
  | { readonly type: 'notice'; readonly petitionId: string; readonly noticeId: string }
  /** A link that somebody asked for; the token holds address and purpose, encrypted. */
  | { readonly type: 'link'; readonly token: string; readonly locale: Locale }
  | ReceiptMessage
  /** A follower whom the round of a notice has missed, by the key they are known by. */
  | {
      readonly type: 'update'
      readonly petitionId: string
      readonly noticeId: string
      readonly follower: string
    }
  /** News for an organisation's own system; `delivery` names what it is about. */
  | { readonly type: 'webhook'; readonly receiver: string; readonly delivery: string }
  /** A step of an answer's private draft, of which staff are told. */
  | { readonly type: 'draft'; readonly petitionId: string; readonly version: number }
  /** The log has taken an annulment; `target` is the index of the signature, whose signer may have left an address. */
  | { readonly type: 'annulment'; readonly petitionId: string; readonly target: number }
  /** The operators' digest of a Kyiv day. */
  | { readonly type: 'digest'; readonly day: Day }

/** A receipt that a signer asked for; the token is that of the link to confirm, and holds the address. */
export interface ReceiptMessage {
  readonly type: 'receipt'
  readonly token: string
  readonly locale: Locale
  /** Whether the address is to be kept for the case that the signature is annulled. */
  readonly keep: boolean
}
