import type { Dice } from './dice'

/** Lets one step of one worker happen at a time, in an order that the dice choose. */
export class Schedule {
  /** While true, steps fail and workers die. */
  faulty = true
  private turns: Turn[] = []
  private time = 0

  constructor(readonly dice: Dice) {}

  /** An effect of a worker on the world outside it: it happens when its turn comes, or fails, or is its last. */
  async step<Result>(worker: Worker, effect: () => Promise<Result>): Promise<Result> {
    // Now and then a worker is paused for so long that the others go far ahead of it.
    const from = this.time + (this.dice.chance(0.1) ? this.dice.below(150) : 0)
    await new Promise<void>((take) => this.turns.push({ worker, take, from }))
    const fault = this.faulty && this.dice.chance(0.04) ? this.dice.pick(FAULTS) : 'none'
    if (fault === 'lost') throw new Error('the call failed')
    if (fault === 'killed before') return this.kill(worker)
    const result = await effect()
    if (fault === 'answer lost') throw new Error('the answer was lost')
    if (fault === 'killed after') return this.kill(worker)
    return result
  }

  /** Gives one waiting step its turn; false when nobody waits. */
  async next(): Promise<boolean> {
    this.time++
    this.turns = this.turns.filter(({ worker }) => worker.alive)
    const awake = this.turns.filter((turn) => turn.from <= this.time)
    const turn = awake.length > 0 ? this.dice.pick(awake) : this.turns[0]
    this.turns = this.turns.filter((other) => other !== turn)
    turn?.take()
    await new Promise<void>((settled) => setImmediate(settled))
    return turn !== undefined
  }

  private kill(worker: Worker): Promise<never> {
    worker.alive = false
    worker.onDeath()
    return new Promise<never>(() => {})
  }
}

interface Turn {
  readonly worker: Worker
  readonly take: () => void
  /** When it may be taken, in steps of the schedule. */
  readonly from: number
}

const FAULTS = ['lost', 'answer lost', 'killed before', 'killed after'] as const

export interface Worker {
  alive: boolean
  /** Somebody will have to take up its records. */
  onDeath: () => void
}
