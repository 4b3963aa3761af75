import { instantOf } from '../../shared/calendar/day'
import { type Petition, SIGNABLE } from '../../shared/petition/petition'
import type { AnomalyState } from '../ports/anomaly-store'
import type { PetitionStore } from '../ports/petition-store'
import { publishedPages } from './published-pages'
import { type AnomalyDeps, MOST_SIGNATURES, reportAnomalies } from './report-anomalies'

export interface WatchDeps extends AnomalyDeps {
  readonly petitions: Pick<PetitionStore, 'load' | 'published' | 'petitionKey'>
  /** Told of each petition that could not be looked into; the others go on. */
  onFailure(petitionId: string, error: unknown): void
}

const HOUR_MS = 3_600_000
/** Petitions looked at in one run, most of which have nothing new. */
const MOST = 200
/** What a report takes on the sweep's share of a processor: beginning and ending, and each signature. */
const REPORT_MS = 2000
const SIGNATURE_MS = 0.3

/**
 * Makes the reports on unusual signatures that are due: those that somebody at the desk waits for, then of each
 * petition that collects, once an hour, where the log has grown. What one run has no time for stays due for the next.
 * @param left milliseconds that the run still has
 */
export async function watchAnomalies(deps: WatchDeps, left: () => number): Promise<void> {
  const states = new Map((await deps.anomalies.all()).map((state) => [state.petitionId, state]))
  for (const { petition, wanted } of await duePetitions(deps, states)) {
    if (left() < REPORT_MS) return
    try {
      const { applied: size } = await deps.log.state(petition.id)
      if (left() < REPORT_MS + Math.min(size, MOST_SIGNATURES) * SIGNATURE_MS) continue
      const grown = size !== (states.get(petition.id)?.report?.size ?? 0)
      if (grown || wanted) await reportAnomalies(deps, petition)
      else await deps.anomalies.checked(petition, deps.clock.now())
    } catch (error) {
      deps.onFailure(petition.id, error)
    }
  }
}

interface Due {
  readonly petition: Petition
  readonly wanted: boolean
}

/** Who waits first, then who was looked at longest ago. */
async function duePetitions(deps: WatchDeps, states: ReadonlyMap<string, AnomalyState>): Promise<Due[]> {
  const waiting = [...states.values()].filter(isWanted)
  const wanted = await Promise.all(waiting.map(({ petitionId }) => deps.petitions.load(petitionId)))
  const first = wanted
    .filter((one) => one !== undefined)
    .filter(({ namesErasedAt }) => namesErasedAt === undefined)
  const before = instantOf(Date.parse(deps.clock.now()) - HOUR_MS)
  const checkedAt = ({ id }: Petition) => states.get(id)?.checkedAt ?? ''
  const hourly = (await signable(deps))
    .filter((one) => checkedAt(one) <= before && !first.some(({ id }) => id === one.id))
    .sort((a, b) => (checkedAt(a) < checkedAt(b) ? -1 : 1))
  return [
    ...first.map((petition) => ({ petition, wanted: true })),
    ...hourly.slice(0, MOST).map((petition) => ({ petition, wanted: false })),
  ]
}

/** Whether somebody has asked for a report and not got it yet. */
export function isWanted({ wantedAt, report }: AnomalyState): boolean {
  return wantedAt !== undefined && wantedAt > (report?.madeAt ?? '')
}

async function signable({ petitions }: WatchDeps): Promise<Petition[]> {
  const found: Petition[] = []
  for (const status of SIGNABLE) {
    for await (const page of publishedPages(petitions, { status, limit: 100 })) found.push(...page)
  }
  return found
}
