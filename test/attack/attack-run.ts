import { setTimeout as sleep } from 'node:timers/promises'
import { audit, settle } from '../crash/audit'
import { seeded } from '../crash/seeded'
import { Violations } from '../crash/violations'
import { Site } from '../replay/site'
import { Solver } from '../replay/solver'
import type { TownProcess } from '../support/journeys/town-process'
import { publishTwo } from './campaign'
import { Edge } from './edge'
import { Ledger } from './ledger'
import { Mailroom } from './mailroom'
import { pace } from './pace'
import { auditForms } from './proofs-audit'
import { type Report, reportOf } from './report'
import { Residents } from './residents'
import type { Stage } from './stage'
import type { Strategy } from './strategy'
import { attack, type Squad, squads } from './swarm'
import { auditRows } from './verdict'

export interface AttackOptions {
  readonly strategies: readonly Strategy[]
  /** Of all strategies together. */
  readonly bots: number
  readonly residents: number
  /** How long the storm lasts. */
  readonly seconds: number
  readonly seed: number
  /** How long a form has to take for the town. */
  readonly minimumSeconds: number
  /** How much longer or shorter than usual residents take to type: 1 is as usual. */
  readonly typing?: number
  /** The bundled `solver-thread`. */
  readonly solverThread: URL
  readonly tell?: (what: string) => void
}

/** Residents who sign before the bots come: one in so many. */
const CALM = 10
/** Residents a second while it is calm. */
const CALM_PACE = 4
/** How far bots' threads give way to the product's: in the world they are other machines'. */
const NICE = { residents: 5, bots: 15 }
const THREADS = 2
/** Seconds for the strategies that take hours, after the storm. */
const HOURS_SECONDS = 60
const TELL_MS = 5000

/** A swarm storms a town whose residents sign; then all that counts is held to what was done for it. */
export async function attackRun(town: TownProcess, options: AttackOptions): Promise<Report> {
  const formMs = 1000 * options.minimumSeconds + 100
  const [petition, other] = await publishTwo(town.site, formMs)
  const sites = [new Site(town.site.url), new Site(town.site.url), new Site(town.site.url, 1)] as const
  const solvers = [
    new Solver(options.solverThread, THREADS, NICE.residents),
    new Solver(options.solverThread, THREADS, NICE.bots),
  ] as const
  let people = 0
  const stage: Stage = {
    town,
    petition,
    other,
    mailroom: new Mailroom(sites[2]),
    ledger: new Ledger(),
    formMs,
    random: seeded(options.seed),
    nextPerson: () => people++,
    residents: { edge: new Edge(sites[0]), solver: solvers[0] },
    bots: { edge: new Edge(sites[1]), solver: solvers[1] },
  }
  try {
    return await run(stage, options)
  } finally {
    await Promise.all([...sites.map((site) => site.close()), ...solvers.map((solver) => solver.close())])
  }
}

async function run(stage: Stage, options: AttackOptions): Promise<Report> {
  const { seed, strategies, bots } = options
  const all = squads(strategies, bots)
  const residents = new Residents(stage, seeded(seed + 1), options.typing)
  const telling = tellOf(options, residents, all)
  try {
    await storm(stage, options, residents, all)
  } finally {
    clearInterval(telling)
  }
  options.tell?.('settling')
  const violations = new Violations()
  const petitions = [stage.petition, stage.other]
  await settle(stage.town, petitions)
  // What is still on its way to a mailbox.
  await sleep(1500)
  await stage.mailroom.close()
  options.tell?.('auditing')
  const told = { acknowledged: [], annulled: [], watch: { sightings: () => [] } }
  const { entries } = await audit(stage.town, petitions, told, violations)
  auditForms(stage, violations)
  const taken = await auditRows(stage, residents, violations)
  return reportOf({ stage, residents, squads: all, taken, entries, violations: violations.found })
}

async function storm(stage: Stage, options: AttackOptions, residents: Residents, all: readonly Squad[]) {
  const { residents: number, seconds } = options
  const calm = Math.ceil(number / CALM)
  await pace({ number: calm, seconds: calm / CALM_PACE, atOnce: 100 }, (n) => residents.sign(n))
  residents.stormy = true
  const signing = pace({ number: number - calm, seconds, atOnce: 400 }, (n) => residents.sign(calm + n))
  const quick = all.filter(({ strategy }) => strategy.hours === undefined)
  await Promise.all([signing, ...quick.map((squad) => attack(stage, squad, seconds))])
  for (const squad of all) {
    if (squad.strategy.hours !== undefined) await attack(stage, squad, Math.min(seconds, HOURS_SECONDS))
  }
}

function tellOf({ tell = () => {} }: AttackOptions, residents: Residents, all: readonly Squad[]) {
  const sum = (of: (squad: Squad) => number) => all.reduce((total, squad) => total + of(squad), 0)
  return setInterval(() => {
    const bots = `${sum(({ account }) => account.bots)}/${sum(({ size }) => size)} bots`
    const people = `${residents.signed} residents signed, ${residents.failures.length} could not`
    tell(`${bots}, ${sum(({ account }) => account.requests)} requests; ${people}`)
  }, TELL_MS)
}
