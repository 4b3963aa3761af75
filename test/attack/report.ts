import type { Latency, Step } from './latency'
import { STEPS } from './latency'
import { RESIDENTS, type Residents } from './residents'
import type { Stage } from './stage'
import type { Squad } from './swarm'
import type { Taken } from './verdict'

/** What one strategy spent and got. */
export interface StrategyReport {
  readonly name: string
  readonly tries: string
  readonly owns: { readonly machines: number; readonly mailboxes: string }
  readonly bots: number
  readonly exhausted: number
  readonly requests: number
  readonly attempts: number
  readonly refused: Readonly<Record<string, number>>
  readonly proofs: number
  readonly cpuSeconds: number
  readonly mails: number
  readonly counted: number
  /** Of the counted ones, those in groups of the anomaly report. */
  readonly flagged: number
  readonly failures: readonly string[]
}

export interface Report {
  readonly measuredAt: string
  readonly bots: number
  readonly strategies: readonly StrategyReport[]
  readonly residents: {
    readonly number: number
    readonly counted: number
    readonly flagged: number
    readonly proofs: number
    /** Presses of those whose proof had become too little meanwhile. */
    readonly again: number
    readonly cpuSeconds: number
    readonly mails: number
    /** Milliseconds by what they waited for. */
    readonly calm: Readonly<Record<Step, Latency>>
    readonly storm: Readonly<Record<Step, Latency>>
  }
  /** Entries of the logs. */
  readonly entries: number
  readonly violations: readonly string[]
}

const NONE: Taken = { counted: 0, flagged: 0 }

interface Outcome {
  readonly stage: Stage
  readonly residents: Residents
  readonly squads: readonly Squad[]
  readonly taken: ReadonlyMap<string, Taken>
  readonly entries: number
  readonly violations: readonly string[]
}

export function reportOf({ stage, residents, squads, taken, entries, violations }: Outcome): Report {
  const mails = mailsBy(stage)
  const strategies = squads.map(({ strategy, account }) => ({
    name: strategy.name,
    tries: strategy.tries,
    owns: strategy.owns,
    bots: account.bots,
    exhausted: account.exhausted,
    requests: account.requests,
    attempts: account.attempts,
    refused: Object.fromEntries([...account.refused].sort(([, a], [, b]) => b - a)),
    proofs: account.proofs,
    cpuSeconds: account.cpuMs / 1000,
    mails: mails.get(strategy.name) ?? 0,
    ...(taken.get(strategy.name) ?? NONE),
    failures: account.failures,
  }))
  const latencies = (of: Residents['calm']) =>
    Object.fromEntries(STEPS.map((step) => [step, of.get(step)])) as Record<Step, Latency>
  return {
    measuredAt: new Date().toISOString(),
    bots: strategies.reduce((sum, { bots }) => sum + bots, 0),
    strategies,
    residents: {
      number: residents.began,
      ...(taken.get(RESIDENTS) ?? NONE),
      proofs: residents.proofs,
      again: residents.again,
      cpuSeconds: residents.cpuMs / 1000,
      mails: mails.get(RESIDENTS) ?? 0,
      calm: latencies(residents.calm),
      storm: latencies(residents.storm),
    },
    entries,
    violations,
  }
}

/** Mails by whose address they went to. */
function mailsBy({ mailroom, ledger }: Stage): Map<string, number> {
  const mails = new Map<string, number>()
  for (const address of mailroom.addresses()) {
    const { who } = ledger.ownerOf(address) ?? { who: 'nobody' }
    mails.set(who, (mails.get(who) ?? 0) + mailroom.mails(address).length)
  }
  return mails
}
