import { reconcileSignatures } from '../../../../functions/actions/reconcile-signatures'
import { sequenceSignatures } from '../../../../functions/actions/sequence-signatures'
import type { SequencingDeps } from '../../../../functions/actions/sequencing'
import { MemoryLog } from '../../../support/memory-log'
import { Dice } from './dice'
import { type Mutation, mutated, UngatedLog } from './mutations'
import { Schedule, type Worker } from './schedule'
import { steppedLog, steppedObjects } from './stepped'
import { PETITION, World } from './world'

const MAX_STEPS = 20_000

/**
 * One random history: people sign, signatures are annulled and erased while 2–4 workers sequence, die and are replaced;
 * records come late, twice, out of order or never; then the faults end and the reconciler runs.
 * @returns what was violated
 */
export async function runModel(seed: number, mutation?: Mutation): Promise<string[]> {
  const dice = new Dice(seed)
  const schedule = new Schedule(dice)
  const rows = 4 + dice.below(12)
  const base = dice.chance(0.1) ? 250 : 0
  const log = mutation === 'no applied gate' ? new UngatedLog() : new MemoryLog()
  const world = new World(log, base + 1 + dice.below(rows + 2))
  await world.begin(base)
  const history = new History(world, schedule, rows, mutation)
  await history.play()
  return world.judge()
}

class History {
  private readonly dice: Dice
  private readonly stream: string[] = []
  private written = 0
  private busy = 0

  constructor(
    private readonly world: World,
    private readonly schedule: Schedule,
    private readonly rows: number,
    private readonly mutation: Mutation | undefined,
  ) {
    this.dice = schedule.dice
  }

  async play(): Promise<void> {
    const workers = 2 + this.dice.below(3)
    for (let step = 0; this.written < this.rows || this.dice.chance(0.97); step++) {
      if (this.written < this.rows && this.dice.chance(0.12)) this.write()
      if (this.busy < workers && this.stream.length > 0) this.deliver()
      await this.schedule.next()
      await this.world.watch()
      if (step > MAX_STEPS) return void this.world.violations.push('the faulty part does not end')
    }
    await this.heal()
  }

  /** A row is written and rings, as a rule. */
  private write() {
    const key = this.world.ask(this.written++, this.dice)
    if (!this.dice.chance(0.05)) this.stream.push(key)
  }

  /** Hands some records, in any order, to a worker; what it does not finish, or what fate wants, comes again. */
  private deliver() {
    const records = this.dice.shuffled(this.stream).slice(0, 1 + this.dice.below(this.stream.length))
    this.work(async (deps) => {
      await sequenceSignatures(deps, PETITION, records)
      for (const key of records) {
        const place = this.stream.indexOf(key)
        if (place >= 0 && !this.dice.chance(0.2)) this.stream.splice(place, 1)
      }
    })
  }

  private async heal() {
    this.schedule.faulty = false
    this.work((deps) => reconcileSignatures(deps, PETITION))
    for (let step = 0; await this.schedule.next(); step++) {
      await this.world.watch()
      if (step > MAX_STEPS) return void this.world.violations.push('healing does not end')
    }
  }

  private work(job: (deps: SequencingDeps) => Promise<unknown>) {
    this.busy++
    const rest = () => void this.busy--
    const worker: Worker = { alive: true, onDeath: rest }
    job(this.depsOf(worker)).then(rest, (error: unknown) => {
      rest()
      if (!/call failed|answer was lost/.test(String(error))) this.world.violations.push(String(error))
    })
  }

  /** What a worker meets outside itself: each call is a step of the schedule. */
  private depsOf(worker: Worker): SequencingDeps {
    const { world, schedule, dice } = this
    const step = <Result>(effect: () => Promise<Result>) => schedule.step(worker, effect)
    const { signer, reachThreshold, recordAnnulments } = world.deps
    const deps: SequencingDeps = {
      ...world.deps,
      random: { bytes: (length) => Uint8Array.from({ length }, () => dice.below(256)) },
      log: steppedLog(world.log, schedule, worker),
      objects: steppedObjects(world.objects, schedule, worker),
      signer: { publicKey: signer.publicKey, sign: (message) => step(() => signer.sign(message)) },
      reachThreshold: (...call) => step(() => reachThreshold(...call)),
      recordAnnulments: (...call) => step(() => recordAnnulments(...call)),
    }
    return this.mutation ? mutated(deps, this.mutation, () => [...world.log.asked.keys()]) : deps
  }
}
