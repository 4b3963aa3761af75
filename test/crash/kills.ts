import { setTimeout as sleep } from 'node:timers/promises'
import type { TownProcess } from '../support/journeys/town-process'
import { between, oneOf, type Random } from './seeded'

/**
 * What is killed: the stack, whose database follows a few milliseconds later; both at once, the shells between them
 * included; the database alone; or the stack, and once more while it is starting.
 */
export const KILLS = ['stack', 'everything', 'database', 'starting'] as const
export type Kill = (typeof KILLS)[number]

/** What goes on in a town, by which kills are aimed. */
export interface Aim {
  /** Signatures acknowledged so far. */
  signed(): number
  /** Whether a batch of signatures is staged, and thus just being committed or applied. */
  isSequencing(): Promise<boolean>
}

const MOST_BETWEEN = 150
const PATIENCE_MS = 20_000
const AIM_MS = 400
/** About as long as a batch takes. */
const SEQUENCING_MS = 60
const STARTING_MS = [20, 2500] as const

export interface Killed {
  readonly kill: Kill
  /** Whether a batch was left half done, for the next start to finish. */
  readonly midBatch: boolean
}

/** Kills at a random moment, and brings the town back. */
export async function killOnce(town: TownProcess, random: Random, aim: Aim): Promise<Killed> {
  await moment(random, aim)
  const kill = oneOf(random, KILLS)
  if (kill === 'database') {
    // After an earlier kill it may be starting just now.
    while (!(await town.killDatabase())) await sleep(10)
    return { kill, midBatch: false }
  }
  if (kill === 'everything') await Promise.all([town.killDatabase(), town.kill()])
  else await town.kill()
  const midBatch = await aim.isSequencing()
  if (kill === 'starting') await killStarting(town, between(random, ...STARTING_MS))
  await town.startAgain()
  return { kill, midBatch }
}

/**
 * Some come on the heels of the last, while the town recovers; the others once more have signed, and most of those
 * while a batch is being sequenced.
 */
async function moment(random: Random, { signed, isSequencing }: Aim): Promise<void> {
  const kind = oneOf(random, ['at once', 'signed', 'sequencing', 'sequencing'] as const)
  const enough = kind === 'at once' ? 0 : signed() + between(random, 1, MOST_BETWEEN)
  const end = Date.now() + PATIENCE_MS
  while (signed() < enough && Date.now() < end) await sleep(5)
  if (kind !== 'sequencing') return sleep(AIM_MS * random())
  while (!(await isSequencing()) && Date.now() < end) await sleep(1)
  // A batch's first steps are over soonest.
  return sleep(SEQUENCING_MS * random() ** 2)
}

async function killStarting(town: TownProcess, afterMs: number): Promise<void> {
  // It stands before it is killed, or it does not: both must be survived.
  const start = town.startAgain().catch(() => {})
  await sleep(afterMs)
  await town.kill()
  await start
}
