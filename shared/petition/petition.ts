import type { Day, Instant } from '../calendar/day'
import type { Host, StatuteSettings } from '../community/settings'
import type { Locale } from '../locale'
import type { Obligation } from '../procedure/obligation'
import type { PersonName } from '../signing/person-name'
import type { GroundCode } from './grounds'
import type { Topic } from './topic'

/** Lifecycle states; their words for readers are in `web/texts`. */
export const STATUSES = [
  'moderation',
  'refused',
  'collecting',
  'threshold-reached',
  'consideration',
  'answered',
  'appeal',
  'withdrawn',
  'archived',
] as const
export type Status = (typeof STATUSES)[number]

/** States in which a petition can be signed while its term runs. */
export const SIGNABLE: readonly Status[] = ['collecting', 'threshold-reached']

/** States in which signatures can be annulled: from publication until the archive. */
export const ANNULLABLE: readonly Status[] = [
  'collecting',
  'threshold-reached',
  'consideration',
  'answered',
  'appeal',
  'withdrawn',
]

export type Outcome = 'supported' | 'not-supported'

/**
 * A petition as its events have made it. Private: the author's e-mail is kept apart,
 * and `view.ts` says what of this is published.
 */
export interface Petition {
  readonly id: string
  /** Registration number, unique within the community. */
  readonly number: number
  /** Grows by one with each saved change. */
  readonly version: number
  /** `seq` of the last event. */
  readonly seq: number
  readonly status: Status
  readonly communityId: string
  readonly host: Pick<Host, 'id' | 'kind' | 'name' | 'email'>
  readonly title: string
  readonly text: string
  /** Chosen by the author; absent where none was. */
  readonly topic?: Topic
  readonly locale: Locale
  readonly author: PersonName
  readonly wantsHearing: boolean
  /** In force for the council at submission, frozen at publication (R7). */
  readonly settings: StatuteSettings
  readonly submittedAt: Instant
  readonly publishedAt?: Instant
  /** Last Kyiv day of collection. */
  readonly closesOn?: Day
  readonly closesAt?: Instant
  /** R20: the earliest end of keeping. */
  readonly keepUntil?: Instant
  /** Name of the petition's signature log, fixed at publication: `<host>/log/<id>`. */
  readonly logOrigin?: string
  readonly refusal?: { readonly ground: GroundCode; readonly explanation: string; readonly at: Instant }
  readonly thresholdReachedAt?: Instant
  /** R9: when the NGO's data went to the council. */
  readonly dispatchedAt?: Instant
  readonly transferredAt?: Instant
  readonly considerationBegunAt?: Instant
  readonly draftOrderedAt?: Instant
  readonly hearing?: { readonly dueOn: Day; readonly reason: string; readonly url?: string }
  readonly decision?: { readonly outcome: Outcome; readonly text: string; readonly at: Instant }
  readonly announcement?: { readonly at: Instant; readonly statement?: string }
  readonly answer?: { readonly text: string; readonly reasons: string; readonly at: Instant }
  /** R8: handled as an ordinary citizens' appeal. */
  readonly appeal?: {
    readonly since: Instant
    readonly count: number
    readonly registrationNumber?: string
    readonly answeredAt?: Instant
    readonly answer?: string
  }
  /** The last batch of the log that annulled signatures, with the count it left. */
  readonly annulled?: { readonly size: number; readonly count: number }
  /** Fewer than N are left after an annulment, and the council's staff have not decided what follows. */
  readonly shortfall?: { readonly since: Instant; readonly size: number; readonly count: number }
  /** Collection was resumed; what the log's first `size` entries made of the threshold is past. */
  readonly resumed?: { readonly at: Instant; readonly size: number }
  readonly withdrawnAt?: Instant
  readonly archivedAt?: Instant
  readonly namesErasedAt?: Instant
  readonly obligations: readonly Obligation[]
}
