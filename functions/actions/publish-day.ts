import { dayOf } from '../../shared/calendar/day'
import { assets } from '../../web/assets'
import { inParallel } from '../in-parallel'
import { publishLists } from './publish-lists'
import { publishOpenData } from './publish-open-data'
import { publishPetition } from './publish-petition'
import { publishSite } from './publish-site'
import { publishedPages } from './published-pages'
import type { PublishingDeps } from './publishing'

/** What the last publication by the clock was made with, and its day and hour; never served. */
const MARKER = 'staging/published'
const PETITIONS_AT_ONCE = 4

/** Publishes the whole site anew: at a deployment, and where the object store was lost. */
export async function publishEverything(deps: PublishingDeps): Promise<void> {
  await publishSite(deps)
  await publishPetitions(deps)
  await publishHourly(deps)
}

/**
 * Brings up to date what no change of the table makes old: days left each Kyiv day, counts in the lists and open data
 * each hour, and everything once after a new build of the site's styles and scripts. Cheap to call every minute.
 */
export async function publishByClock(deps: PublishingDeps): Promise<void> {
  const now = deps.clock.now()
  const day = `${Object.values(assets).join(' ')} ${dayOf(now)}`
  const mark = `${day} ${now.slice(0, 13)}`
  const stored = await deps.objects.get(MARKER)
  const last = stored ? new TextDecoder().decode(stored) : ''
  if (last === mark) return
  await (last.startsWith(`${day} `) ? publishHourly(deps) : publishEverything(deps))
  await deps.objects.put(MARKER, mark, { cacheSeconds: 0 })
}

async function publishHourly(deps: PublishingDeps): Promise<void> {
  await publishLists(deps)
  await publishOpenData(deps)
}

async function publishPetitions(deps: PublishingDeps): Promise<void> {
  for await (const page of publishedPages(deps.petitions, { limit: 100 })) {
    await inParallel(page, PETITIONS_AT_ONCE, ({ id }) => publishPetition(deps, id))
  }
}
