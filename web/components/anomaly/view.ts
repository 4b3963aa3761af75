import type { AnomalyReport, Group } from '../../../shared/anomaly/report'
import type { Instant } from '../../../shared/calendar/day'

/** A group with what can still be annulled of it now. */
export interface GroupView extends Omit<Group, 'targets' | 'cut'> {
  /** Signatures that an annulment would be about and that stand. */
  readonly left: number
  /** The first of them by their numbers on the list, at most as many as one act takes. */
  readonly numbers: string
  /** How many `numbers` are. */
  readonly batch: number
}

/** What the analysis page shows. */
export interface AnomalyView {
  readonly report?: Omit<AnomalyReport, 'groups'>
  readonly groups: readonly GroupView[]
  /** A new report was asked for and is not made yet. */
  readonly waiting: boolean
  /** There is an alarm that nobody has settled. */
  readonly alarming: boolean
  /** Who said that all is in order; without a name where they are no longer staff. */
  readonly settled?: { readonly at: Instant; readonly name?: string | undefined }
  /** Whether this member may annul on the petition as it stands. */
  readonly mayAnnul: boolean
  /** Names are no longer kept. */
  readonly erased: boolean
}
