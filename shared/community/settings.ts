import type { Day } from '../calendar/day'
import type { Term } from '../calendar/term'
import type { HostFront } from './front'

/** What a council sets in its statute (R7 and others); frozen into each petition at publication. */
export interface StatuteSettings {
  /** N: signatures needed for consideration. */
  readonly threshold: number
  /** D: how long signatures are collected. */
  readonly collection: Term
  /** Some councils count the day of publication as day 1. */
  readonly publicationDayCounts: boolean
  /** R13: at most 10 working days. */
  readonly consideration: Term
  /** R14: the council's own term for a draft decision; absent where the statute names none. */
  readonly draftDecision?: Term
  /** Accepted ways to prove who signs. */
  readonly identities: readonly Identity[]
  /** R20: how long count and dates are kept; at least 3 years. */
  readonly retentionYears: number
  /** How long signers’ names are kept, in years from publication; absent or shorter, as long as the count is. */
  readonly namesKeptYears?: number
  /** Until when a signer may take back their signature by themselves; absent: never. */
  readonly withdrawal?: Withdrawal
}

export type Withdrawal = 'never' | 'while-collecting'

/** Years from publication after which names and person keys are erased: never before the count may go (R20). */
export function yearsOfNames({ retentionYears, namesKeptYears = 0 }: StatuteSettings): number {
  return Math.max(retentionYears, namesKeptYears)
}

/**
 * Ways to prove who signs, the order in which they are offered: a mailed link, an OpenID Connect provider, id.gov.ua.
 * A signature's level is the way by which its person was identified.
 */
export const IDENTITIES = ['email', 'openid', 'id-gov-ua'] as const
export type Identity = (typeof IDENTITIES)[number]

/** A position of the council that residents may turn to; named only where the council names who holds it. */
export interface ContactPerson {
  readonly role: 'head' | 'secretary' | 'moderation'
  readonly name?: string
  readonly phone?: string
  readonly email?: string
}

/** A громада with its council. */
export interface Community {
  /** Stable, readable in addresses: `kyiv`. */
  readonly id: string
  readonly name: { readonly uk: string; readonly en: string }
  readonly council: { readonly uk: string; readonly en: string }
  /** ЄДРПОУ of the council, for the open data set. */
  readonly authorityId?: string
  /** КАТОТТГ of the community, for the open data set. */
  readonly authorityCattutc?: string
  readonly email: string
  readonly phone?: string
  readonly address?: { readonly uk: string; readonly en: string }
  /** Whom residents may turn to, with the names that the council itself publishes. */
  readonly people?: readonly ContactPerson[]
  readonly settings: StatuteSettings
  /**
   * Whether the desk publishes an answer (R18) only after the head has signed it off; absent: it does.
   * The council's own order of work, not a term of the statute.
   */
  readonly answerSignOff?: boolean
  /** Where the settings are written down. */
  readonly source: { readonly uk: string; readonly en: string; readonly url?: string }
  /** Invented for demonstration; the pages say so. */
  readonly demo?: boolean
  /** Grows by one with each saved change; absent as 0. */
  readonly version?: number
  /** Settings that come into force by themselves when their day begins. */
  readonly scheduled?: ScheduledSettings
}

/** What of a community its staff change at the desk. */
export type CommunitySettings = Pick<
  Community,
  'settings' | 'source' | 'email' | 'phone' | 'address' | 'people' | 'answerSignOff'
>

export interface ScheduledSettings extends CommunitySettings {
  /** Kyiv day on which they come into force. */
  readonly from: Day
}

/** Where signatures are collected: the council's own site or an NGO's (громадське об’єднання). */
export interface Host {
  readonly id: string
  readonly kind: 'council' | 'ngo'
  readonly name: { readonly uk: string; readonly en: string }
  readonly email: string
  /** Councils this host may collect for. */
  readonly communities: readonly string[]
  /** What an NGO shows of itself; absent until it has said anything. */
  readonly front?: HostFront
}
