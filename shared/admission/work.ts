/** How many ask now. */
export interface Pace {
  /** To sign this petition, within a minute; 0 where no petition is meant. */
  readonly petitionPerMinute: number
  /** From the reader's /24 or /48, within ten minutes. */
  readonly networkPerTenMinutes: number
}

/** How the proof of work grows. */
export interface WorkSettings {
  /** PBKDF2 iterations of one attempt. */
  readonly cost: number
  /** Attempts at most while it is quiet; half of it on average. */
  readonly counter: number
  /** How many times as much work is asked for at most. */
  readonly hardest: number
  /** Paces from which on it grows. */
  readonly calm: Pace
}

/**
 * How many times the work of a quiet hour is asked for: 1 below both calm paces, 2 from there on, and twice as much
 * with each doubling, up to the hardest. It falls by itself as the pace does, within minutes.
 */
export function workFactor(pace: Pace, { calm, hardest }: Pick<WorkSettings, 'calm' | 'hardest'>): number {
  const busy = Math.max(
    pace.petitionPerMinute / calm.petitionPerMinute,
    pace.networkPerTenMinutes / calm.networkPerTenMinutes,
  )
  if (busy < 1) return 1
  return Math.max(1, Math.min(hardest, 2 ** (1 + Math.floor(Math.log2(busy)))))
}

/** Seconds for which less work counts: somebody may still be at it when the pace rises. */
const AT_WORK_SECONDS = 120

/**
 * Whether work done suffices for the pace of now. Challenges hoarded while it was quiet are of no use in a storm: one
 * that asked for less serves only for as long as an old phone takes, and never for less than half.
 * @param ageSeconds since the challenge was issued
 */
export function isEnough(done: number, needed: number, ageSeconds: number): boolean {
  if (done >= needed) return true
  return ageSeconds <= AT_WORK_SECONDS && 2 * done >= needed
}
