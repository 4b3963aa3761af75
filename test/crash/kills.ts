import { setTimeout as sleep } from 'node:timers/promises'
import type { TownProcess } from '../support/journeys/town-process'
import { between, oneOf, type Random } from './seeded'

/**
 * What is killed: the stack, whose database follows a few milliseconds later; both at once, the shells between them
 * included; the database alone; or the stack, and once more while it is starting.
 */
export const KILLS = ['stack', 'everything', 'database', 'starting'] as const
export type Kill = (typeof KILLS)[number]

const SIGNATURES_BETWEEN = 200
const PATIENCE_MS = 15_000
const AIM_MS = 400
const STARTING_MS = [20, 2500] as const

/** Kills at a random moment, and brings the town back. @returns what was killed */
export async function killOnce(town: TownProcess, random: Random, acknowledged: () => number): Promise<Kill> {
  await moment(random, acknowledged)
  const kill = oneOf(random, KILLS)
  if (kill === 'database') {
    // After an earlier kill it may be starting just now.
    while (!(await town.killDatabase())) await sleep(10)
    return kill
  }
  if (kill === 'everything') await Promise.all([town.killDatabase(), town.kill()])
  else await town.kill()
  if (kill === 'starting') await killStarting(town, between(random, ...STARTING_MS))
  await town.startAgain()
  return kill
}

/** One in four comes on the heels of the last, while the town recovers; others after some more have signed. */
async function moment(random: Random, acknowledged: () => number): Promise<void> {
  const signatures = random() < 0.25 ? 0 : between(random, 1, SIGNATURES_BETWEEN)
  const enough = acknowledged() + signatures
  const end = Date.now() + PATIENCE_MS
  while (acknowledged() < enough && Date.now() < end) await sleep(5)
  await sleep(between(random, 0, AIM_MS))
}

async function killStarting(town: TownProcess, afterMs: number): Promise<void> {
  // It stands before it is killed, or it does not: both must be survived.
  const start = town.startAgain().catch(() => {})
  await sleep(afterMs)
  await town.kill()
  await start
}
