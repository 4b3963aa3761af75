import { dayOf } from '../../shared/calendar/day'
import { inParallel } from '../in-parallel'
import { publishLists } from './publish-lists'
import { publishPetition } from './publish-petition'
import { publishSite } from './publish-site'
import type { PublishingDeps } from './publishing'

/** The Kyiv day and hour of the last full publication; never served. */
const MARKER = 'staging/published'
const PETITIONS_AT_ONCE = 4

/** Publishes the whole site anew: at a deployment, and where the object store was lost. */
export async function publishEverything(deps: PublishingDeps): Promise<void> {
  await publishSite(deps)
  await publishPetitions(deps)
  await publishLists(deps)
}

/**
 * Brings up to date what time alone makes old: days left on petitions' pages each Kyiv day, counts in the lists each
 * hour. Cheap to call every minute.
 */
export async function publishByClock(deps: PublishingDeps): Promise<void> {
  const now = deps.clock.now()
  const [day, mark] = [dayOf(now), `${dayOf(now)} ${now.slice(0, 13)}`]
  const stored = await deps.objects.get(MARKER)
  const last = stored ? new TextDecoder().decode(stored) : ''
  if (last === mark) return
  if (!last.startsWith(day)) await publishPetitions(deps)
  await publishLists(deps)
  await deps.objects.put(MARKER, mark, { cacheSeconds: 0 })
}

async function publishPetitions(deps: PublishingDeps): Promise<void> {
  let cursor: string | undefined
  do {
    const page = await deps.petitions.published({ limit: 100, ...(cursor !== undefined && { cursor }) })
    await inParallel(page.items, PETITIONS_AT_ONCE, ({ id }) => publishPetition(deps, id))
    cursor = page.nextCursor
  } while (cursor !== undefined)
}
