import type { Petition, Status } from '../petition/petition'

/** Petitions in figures. */
export interface Statistics {
  readonly petitions: number
  readonly byStatus: Readonly<Partial<Record<Status, number>>>
  /** Signatures that stand, of all petitions. */
  readonly signatures: number
  /** Petitions that reached the number of signatures they needed. */
  readonly reached: number
  /** Petitions whose term ended below it. */
  readonly fellShort: number
  readonly answered: number
  /** Of the answered those that were considered and answered within their terms (R13, R18). */
  readonly answeredInTime: number
}

type Counted = Pick<Petition, 'status' | 'thresholdReachedAt' | 'appeal' | 'answer' | 'obligations'>

/** @param signatures count of each petition, in the same order */
export function statisticsOf(petitions: readonly Counted[], signatures: readonly number[]): Statistics {
  const byStatus: Partial<Record<Status, number>> = {}
  for (const { status } of petitions) byStatus[status] = (byStatus[status] ?? 0) + 1
  const answered = petitions.filter(({ answer }) => answer !== undefined)
  return {
    petitions: petitions.length,
    byStatus,
    signatures: signatures.reduce((sum, count) => sum + count, 0),
    reached: petitions.filter(({ thresholdReachedAt }) => thresholdReachedAt !== undefined).length,
    fellShort: petitions.filter(({ appeal }) => appeal !== undefined).length,
    answered: answered.length,
    answeredInTime: answered.filter(isInTime).length,
  }
}

/** Share of petitions that reached their number among those whose collection is decided, 0 to 1; absent for none. */
export function shareReached({ reached, fellShort }: Statistics): number | undefined {
  return reached + fellShort > 0 ? reached / (reached + fellShort) : undefined
}

const ANSWERING = ['R13', 'R18']

function isInTime({ obligations }: Counted): boolean {
  return obligations.every(
    ({ rule, metAt, dueAt }) => !ANSWERING.includes(rule) || metAt === undefined || metAt <= dueAt,
  )
}
