import { Account } from './account'
import { Attacker, Exhausted } from './attacker'
import { pace } from './pace'
import type { Stage } from './stage'
import type { Strategy } from './strategy'

const HOUR_MS = 3_600_000

/** A strategy with its bots, at work. */
export interface Squad {
  readonly strategy: Strategy
  readonly account: Account
  /** How many bots it sends. */
  readonly size: number
}

/** As many bots of each strategy as it has among `bots`, one at least. */
export function squads(strategies: readonly Strategy[], bots: number): Squad[] {
  const all = strategies.reduce((sum, strategy) => sum + strategy.bots, 0)
  return strategies.map((strategy) => ({
    strategy,
    account: new Account(),
    size: Math.max(1, Math.ceil((strategy.bots * bots) / all)),
  }))
}

/** Sends a squad's bots, spread over the seconds; a strategy that takes hours moves the stack's clock on. */
export async function attack(stage: Stage, squad: Squad, seconds: number): Promise<void> {
  const { strategy, account, size } = squad
  const { name, owns, bots } = strategy
  const cpuSeconds = Math.max((owns.cpuSeconds * size) / bots, LEAST_CPU_SECONDS)
  const patience = strategy.hours ? Number.POSITIVE_INFINITY : PATIENCE * seconds
  const attacker = new Attacker(stage, account, { name, size, cpuSeconds, patience })
  const { bot, end } = await strategy.begin(attacker)
  try {
    const { hours = 1, atOnce } = strategy
    for (let hour = 0; hour < hours; hour++) {
      if (hour > 0) await moveOn(stage)
      const [first, last] = [hour, hour + 1].map((n) => Math.round((size * n) / hours)) as [number, number]
      const step = (n: number) => tried(account, () => bot(first + n))
      await pace({ number: last - first, seconds: seconds / hours, atOnce }, step)
    }
  } finally {
    await end?.()
  }
}

/** The storm ebbs within so many times its length, however slow the machine. */
const PATIENCE = 1.3
/** Enough for a few proofs, however small the run. */
const LEAST_CPU_SECONDS = 2

async function tried(account: Account, act: () => Promise<unknown>): Promise<void> {
  account.bots++
  try {
    await act()
  } catch (error) {
    if (error instanceof Exhausted) account.exhausted++
    else account.fail(error)
  }
}

async function moveOn({ town }: Stage): Promise<void> {
  const now = Date.parse(await town.site.now())
  await town.site.moveTo(new Date(now + HOUR_MS).toISOString())
}
