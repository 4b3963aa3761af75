import type { Clock } from '../../functions/ports/clock'
import { type Instant, instantOf } from '../../shared/calendar/day'
import { readJson, writeJson } from './json-file'

/** A clock may only be moved forward: what has become due stays so. */
export class ClockMovesForward extends Error {}

/** The machine's clock plus an offset that is kept between runs. */
export class MovedClock implements Clock {
  readonly #file: string
  #offset: number

  private constructor(file: string, offset: number) {
    this.#file = file
    this.#offset = offset
  }

  static async open(file: string): Promise<MovedClock> {
    const kept = await readJson<{ offsetMilliseconds: number }>(file)
    return new MovedClock(file, kept?.offsetMilliseconds ?? 0)
  }

  now(): Instant {
    return instantOf(Date.now() + this.#offset)
  }

  /**
   * Makes it `instant` now.
   * @throws ClockMovesForward when that is before the present
   */
  async moveTo(instant: Instant): Promise<void> {
    const offset = Date.parse(instant) - Date.now()
    if (offset < this.#offset) throw new ClockMovesForward()
    await writeJson(this.#file, { offsetMilliseconds: offset })
    this.#offset = offset
  }
}
