import type { Random } from '../crash/seeded'
import type { Solver } from '../replay/solver'
import type { TownProcess } from '../support/journeys/town-process'
import type { Collecting } from './campaign'
import type { Edge } from './edge'
import type { Ledger } from './ledger'
import type { Mailroom } from './mailroom'

/** What bots and residents meet on. */
export interface Stage {
  readonly town: TownProcess
  readonly mailroom: Mailroom
  readonly ledger: Ledger
  /** The one that is attacked, and another that collects at the same time. */
  readonly petition: Collecting
  readonly other: Collecting
  readonly random: Random
  /** Milliseconds that a form has to take, and a little more. */
  readonly formMs: number
  /** A number that nobody else has. */
  nextPerson(): number
  readonly residents: { readonly edge: Edge; readonly solver: Solver }
  readonly bots: { readonly edge: Edge; readonly solver: Solver }
}
