import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeHandlers } from '../../../infra/local/compose'
import type { ComposeHandlers } from '../../../infra/local/handlers'
import { hero, heroEmail } from '../../../infra/local/seed/people'
import { seedPlaces } from '../../../infra/local/seed/seed'
import type { Variables } from '../../../infra/local/settings'
import { type Stack, startStack } from '../../../infra/local/stack'
import { addDays, atHour, type Day, dayOf, type Instant, weekdayOf } from '../../../shared/calendar/day'
import { Resident } from './resident'
import { Site } from './site'
import { Staff } from './staff'

/** A stack of its own with communities, hosts and staff, and no petition yet. */
export class Town extends Site {
  readonly stack: Stack
  readonly #data: string

  private constructor(stack: Stack, data: string) {
    super(stack.url)
    this.stack = stack
    this.#data = data
  }

  static async start(handlers: ComposeHandlers = composeHandlers, variables: Variables = {}): Promise<Town> {
    const data = await mkdtemp(join(tmpdir(), 'viche-town-'))
    try {
      return new Town(await startStack({ data, port: 0, handlers, variables, seed: seedPlaces }), data)
    } catch (error) {
      await rm(data, { recursive: true, force: true })
      throw error
    }
  }

  async stop(): Promise<void> {
    await this.stack.stop()
    await rm(this.#data, { recursive: true, force: true })
  }

  /** Waits until all that was done has had all its consequences. */
  async settled(): Promise<void> {
    if (!(await this.stack.settle())) throw new Error('the stack did not settle')
  }

  /** The n-th of its people. */
  resident(n: number): Resident {
    return new Resident(this, hero(n), heroEmail(n))
  }

  residents(from: number, to: number): Resident[] {
    return Array.from({ length: to - from + 1 }, (_, n) => this.resident(from + n))
  }

  staff(email: string): Staff {
    return new Staff(this, email)
  }

  /** Ten in the morning of the first Friday that has not begun. @returns that day */
  async waitForFriday(): Promise<Day> {
    let day = addDays(dayOf(await this.now()), 1)
    while (weekdayOf(day) !== 5) day = addDays(day, 1)
    await this.moveTo(atHour(day, 10))
    return day
  }

  /** Moves on to an hour of a day, by the clock of Kyiv. */
  async moveToHour(day: Day, hour: number): Promise<Instant> {
    await this.moveTo(atHour(day, hour))
    return atHour(day, hour)
  }
}
