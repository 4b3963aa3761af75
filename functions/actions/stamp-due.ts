import { TSA_ROOTS_KEY } from '../../shared/log/addresses'
import { isStampDue, mayBeStamped } from '../../shared/log/stamping'
import type { Petition } from '../../shared/petition/petition'
import { parseRoots, type Roots } from '../../shared/timestamp/roots'
import type { Metrics } from '../ports/metrics'
import type { PetitionStore } from '../ports/petition-store'
import { AuthorityUnavailable } from '../ports/time-stamp-authority'
import { publishedPages } from './published-pages'
import { type StampDeps, stampCheckpoint, WrongTimeStamp } from './stamp-checkpoint'

export interface StampDueDeps extends StampDeps {
  readonly petitions: Pick<PetitionStore, 'published'>
  readonly metrics: Metrics
  /** Shows a log's newest stamp where readers look; does not throw. */
  show(petitionId: string): Promise<void>
}

/** Without roots no stamp can be told from a forged one, so none is asked for. */
class RootsMissing extends Error {
  override readonly name = 'RootsMissing'
}

/** How long one sweep may spend on stamps; what remains is met by the next one. */
const SWEEP_MS = 20_000

/**
 * Has the checkpoints stamped of which the clock asks it. What failed is tried again at the next call. Never
 * throws: stamps come after signing, counting and all deadlines.
 */
export class StampDue {
  readonly #deps: StampDueDeps
  #missed = new Set<string>()
  /** After a start every log is looked at: what failed before it is known to nobody. */
  #all = true

  constructor(deps: StampDueDeps) {
    this.#deps = deps
  }

  async run(): Promise<void> {
    const due = await this.#due().catch((error: unknown) => this.#failed(error))
    if (due === undefined || due.length === 0) return
    this.#missed = new Set(due.map(({ id }) => id))
    this.#all = false
    const roots = await this.#roots().catch((error: unknown) => this.#failed(error))
    if (roots !== undefined) await this.#stamp(due, roots)
  }

  async #stamp(due: readonly Petition[], roots: Roots): Promise<void> {
    const end = Date.parse(this.#deps.clock.now()) + SWEEP_MS
    for (const petition of due) {
      if (Date.parse(this.#deps.clock.now()) > end) return
      try {
        const stamped = await stampCheckpoint(this.#deps, roots, petition.id, (size, last) =>
          isStampDue(petition, size, last, this.#deps.clock.now()),
        )
        this.#missed.delete(petition.id)
        if (stamped) await this.#deps.show(petition.id)
      } catch (error) {
        this.#failed(error, petition.id)
        // It will not answer for the others either; asking for each would take all the time there is.
        if (error instanceof AuthorityUnavailable) return
      }
    }
  }

  async #due(): Promise<Petition[]> {
    const { petitions, clock } = this.#deps
    const now = clock.now()
    const due: Petition[] = []
    for await (const page of publishedPages(petitions, { limit: 100 })) {
      due.push(...page.filter((one) => this.#all || this.#missed.has(one.id) || mayBeStamped(one, now)))
    }
    return due
  }

  async #roots(): Promise<Roots> {
    const pem = await this.#deps.objects.get(TSA_ROOTS_KEY)
    if (pem === undefined) throw new RootsMissing(`there is no ${TSA_ROOTS_KEY}`)
    return parseRoots(new TextDecoder().decode(pem))
  }

  #failed(error: unknown, petitionId?: string): undefined {
    const kind = error instanceof Error ? error.name : typeof error
    this.#deps.metrics.count('TimeStampFailures', 1, {
      error: error instanceof WrongTimeStamp ? error.flaw : kind,
      ...(petitionId !== undefined && { petitionId }),
    })
  }
}
