import type { PetitionSummary } from '../../../shared/petition/view'
import type { QueueTask } from '../../../shared/staff/queue'
import type { Role } from '../../../shared/staff/staff-member'
import type { Urgency } from '../../../shared/staff/urgency'

/** A petition as a line of the desk's lists. */
export type DeskCaseRow = Pick<PetitionSummary, 'id' | 'number' | 'title' | 'status' | 'outcome'> & {
  readonly community: Pick<PetitionSummary['community'], 'id' | 'name'>
}

export type DeskTask = QueueTask<DeskCaseRow>

/** What the queue shows of what it was asked for. */
export interface QueueView {
  /** One page of what the member owes (or of everything), what is due first on top. */
  readonly tasks: readonly DeskTask[]
  /** Of all pages. */
  readonly counts: Readonly<Record<Urgency, number>>
  readonly pages: number
  /** The first of what others owe. */
  readonly waiting: readonly DeskTask[]
  readonly waitingTotal: number
  /** Petitions whose staff have to say what follows an annulment. */
  readonly decisions: readonly DeskCaseRow[]
  /** Petitions whose signatures ask for a look. */
  readonly alarms: readonly (DeskCaseRow & { readonly found: number; readonly signatures: number })[]
  /** There is more than the queue reads. */
  readonly cut: boolean
  /** The newest petitions, or those found. */
  readonly listed: readonly DeskCaseRow[]
  readonly more: boolean
  /** What the member may choose from. */
  readonly communities: readonly Pick<PetitionSummary['community'], 'id' | 'name'>[]
  readonly roles: readonly Role[]
  readonly query: {
    readonly tasks: 'mine' | 'all'
    readonly community?: string | undefined
    readonly role?: Role | undefined
    readonly status?: PetitionSummary['status'] | undefined
    readonly q?: string | undefined
    readonly page: number
  }
}
