import type { Petition } from '../../shared/petition/petition'
import { SIGNABLE } from '../../shared/petition/petition'
import { closingAt } from '../../shared/petition/tick'
import { publishedPages } from './published-pages'
import { type CommandDeps, runCommand } from './run-command'

export interface SweepDeps extends CommandDeps {
  /** Sequences whatever is confirmed but not counted yet; returns the petition's count. */
  reconcile(petitionId: string): Promise<number>
  /** Told of each petition that could not be handled; the others go on. */
  onFailure(petitionId: string, error: unknown): void
}

export interface SweepReport {
  /** Petitions that time changed. */
  readonly handled: number
  readonly failed: number
}

/** Petitions handled in one sweep; what remains is met by the next one. */
const BATCH = 100

/** Handles every petition of which the clock asks something: the end of its term, reminders, missed duties. */
export async function sweepDue(deps: SweepDeps): Promise<SweepReport> {
  const due = await deps.petitions.due(deps.clock.now(), BATCH)
  let handled = 0
  let failed = 0
  for (const petition of due) {
    try {
      if (await handle(deps, petition)) handled++
    } catch (error) {
      failed++
      deps.onFailure(petition.id, error)
    }
  }
  return { handled, failed }
}

/** @returns whether the petition changed */
async function handle(deps: SweepDeps, petition: Petition): Promise<boolean> {
  const closing = closingAt(petition)
  if (closing && closing <= deps.clock.now()) await closeCollection(deps, petition)
  const after = await runCommand(deps, petition.id, { type: 'tick' })
  return after.version !== petition.version
}

/** The term is over: everything confirmed within it is counted first, then the count decides (R7, R8). */
async function closeCollection(deps: SweepDeps, petition: Petition): Promise<void> {
  const count = await deps.reconcile(petition.id)
  if (count >= petition.settings.threshold) return
  await runCommand(deps, petition.id, { type: 'end-collection', count })
}

/**
 * Hourly for each petition that collects: counts signatures whose stream record was lost.
 * Spread over the hour by id, so that no minute has them all; `all` takes every one, as after a restart.
 */
export async function healCounts(deps: SweepDeps, all = false): Promise<void> {
  const minute = new Date(deps.clock.now()).getUTCMinutes()
  for (const status of SIGNABLE) {
    for await (const page of publishedPages(deps.petitions, { status, limit: 100 })) {
      for (const { id } of page) {
        if (all || minuteOf(id) === minute)
          await deps.reconcile(id).catch((error) => deps.onFailure(id, error))
      }
    }
  }
}

function minuteOf(id: string): number {
  return [...id].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 60, 0)
}
