import { Worker } from 'node:worker_threads'
import type { Challenge, Solution } from 'altcha-lib'

/** Solves proofs of work on threads of their own. */
export class Solver {
  readonly #threads: readonly Worker[]
  readonly #waiting = new Map<number, (solution: Solution) => void>()
  #asked = 0

  /** @param script the bundled `solver-thread` */
  constructor(script: URL, threads: number) {
    this.#threads = Array.from({ length: threads }, () => new Worker(script))
    for (const thread of this.#threads) thread.on('message', (answer) => this.#answer(answer))
  }

  solve(challenge: Challenge): Promise<Solution> {
    const id = this.#asked++
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve)
      this.#threads[id % this.#threads.length]!.postMessage({ id, challenge })
    })
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()))
  }

  #answer({ id, solution }: { id: number; solution: Solution }): void {
    this.#waiting.get(id)?.(solution)
    this.#waiting.delete(id)
  }
}
