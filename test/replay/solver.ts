import { Worker } from 'node:worker_threads'
import type { Challenge, Solution } from 'altcha-lib'

/** A proof of work done, and the processor time it took. */
export interface Work {
  readonly solution: Solution
  readonly cpuMs: number
}

/** Solves proofs of work on threads of their own. */
export class Solver {
  readonly #threads: readonly Worker[]
  readonly #waiting = new Map<number, (work: Work) => void>()
  #asked = 0

  /**
   * @param script the bundled `solver-thread`
   * @param nice how far the threads give way to others, 0 to 19
   */
  constructor(script: URL, threads: number, nice = 0) {
    this.#threads = Array.from({ length: threads }, () => new Worker(script, { workerData: { nice } }))
    for (const thread of this.#threads) thread.on('message', (answer) => this.#answer(answer))
  }

  async solve(challenge: Challenge): Promise<Solution> {
    return (await this.work(challenge)).solution
  }

  work(challenge: Challenge): Promise<Work> {
    const id = this.#asked++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#threads[id % this.#threads.length]!.postMessage({ id, challenge })
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }

  #answer({ id, ...work }: Work & { id: number }): void {
    this.#waiting.get(id)?.(work)
    this.#waiting.delete(id)
  }
}
