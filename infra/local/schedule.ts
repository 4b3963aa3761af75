import type { ScheduleHandler } from './handlers'
import { report } from './report'
import { withTimeout } from './timeout'

export interface ScheduleOptions {
  readonly name: string
  readonly everyMinutes: number
  readonly timeoutSeconds: number
  readonly handler: ScheduleHandler
}

/** Runs a function at once and then by the real clock, one run at a time. */
export class Schedule {
  readonly #options: ScheduleOptions
  readonly #timer: NodeJS.Timeout
  #running: Promise<unknown> = Promise.resolve()

  constructor(options: ScheduleOptions) {
    this.#options = options
    this.#timer = setInterval(() => void this.run(), options.everyMinutes * 60_000)
    void this.run()
  }

  /** Resolves when the run under way has ended. */
  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#running
  }

  /** Runs it now, after a run under way; tells how much was handled. */
  run(): Promise<number> {
    const run = this.#running.then(() => this.#handled())
    this.#running = run
    return run
  }

  /** A run that fails is told and forgotten: the next one meets the same work. */
  async #handled(): Promise<number> {
    const { name, handler, timeoutSeconds } = this.#options
    try {
      const { handled, failed } = await withTimeout(handler(), timeoutSeconds)
      if (failed > 0) console.error(`schedule ${name}: ${failed} failed`)
      return handled
    } catch (error) {
      report(`schedule ${name}`, error)
      return 0
    }
  }
}
