import type { AnomalyLevel } from '../../shared/anomaly/report'
import type { Instant } from '../../shared/calendar/day'
import type { Petition } from '../../shared/petition/petition'

/** What is known of a petition's report on unusual signatures without opening it. */
export interface AnomalyState {
  readonly petitionId: string
  readonly communityId: string
  /** When it was last looked whether a new one is due. */
  readonly checkedAt?: Instant
  /** Somebody at the desk asked for a new one. */
  readonly wantedAt?: Instant
  readonly report?: AnomalySummary
  /** Somebody said that what the report found is in order. */
  readonly settled?: { readonly at: Instant; readonly staffId: string; readonly inGroups: number }
}

export interface AnomalySummary {
  readonly madeAt: Instant
  /** Entries of the log that it knew. */
  readonly size: number
  readonly level: AnomalyLevel
  readonly signatures: number
  readonly inAlarms: number
  readonly inGroups: number
  readonly shared: { readonly addresses: number; readonly signatures: number }
}

type Key = Pick<Petition, 'id' | 'communityId'>

/** One small row for each petition that was ever looked into. Figures alone, no names. */
export interface AnomalyStore {
  /** Of every petition, or of one community's. */
  all(communityId?: string): Promise<AnomalyState[]>
  get(petition: Key): Promise<AnomalyState | undefined>
  /** Notes a look; with a report, what it says. Leaves the rest as it is. */
  checked(petition: Key, at: Instant, report?: AnomalySummary): Promise<void>
  want(petition: Key, at: Instant): Promise<void>
  settle(petition: Key, settled: NonNullable<AnomalyState['settled']>): Promise<void>
  forget(petition: Key): Promise<void>
}
