import { stringify } from 'csv-stringify/sync'
import {
  OPEN_DATA_FIELDS,
  OPEN_DATA_KEYS,
  type OpenDataPetition,
  openDataOf,
} from '../../shared/petition/open-data'
import type { Petition } from '../../shared/petition/petition'
import { publishedPages } from './published-pages'
import { type PublishingDeps, publish } from './publishing'

const CACHE_SECONDS = 300

/**
 * Publishes every published petition as open data, by the fields of the draft national set: JSON, and CSV as RFC 4180
 * has it. All their texts are in it, so it is written by the clock, each hour, and not with each change.
 */
export async function publishOpenData(deps: PublishingDeps): Promise<void> {
  const items = await allItems(deps)
  await publish(deps.objects, {
    key: OPEN_DATA_KEYS.json,
    body: JSON.stringify({ items }),
    cacheSeconds: CACHE_SECONDS,
  })
  await publish(deps.objects, { key: OPEN_DATA_KEYS.csv, body: csv(items), cacheSeconds: CACHE_SECONDS })
}

/** Newest first. */
async function allItems({ petitions, communities, counts, publicUrl }: PublishingDeps) {
  const known = new Map((await communities.communities()).map((community) => [community.id, community]))
  const items: OpenDataPetition[] = []
  for await (const page of publishedPages(petitions, { limit: 500 })) {
    const found = await counts.counts(page.map(({ id }) => id))
    const itemOf = (petition: Petition) => {
      const community = known.get(petition.communityId)
      return community ? [openDataOf(petition, community, found.get(petition.id)?.count ?? 0, publicUrl)] : []
    }
    items.push(...page.flatMap(itemOf))
  }
  return items
}

/** A cell that a program would take for a formula begins with an apostrophe. */
function csv(items: readonly OpenDataPetition[]): string {
  return stringify([...items], {
    header: true,
    columns: OPEN_DATA_FIELDS,
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
