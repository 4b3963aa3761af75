import { dayOf } from '../../shared/calendar/day'
import { stampedIndexKey } from '../../shared/log/addresses'
import { parseStamped, type Stamped } from '../../shared/log/stamped'
import { leavesBeforeErasure } from '../../shared/log/state'
import { isPublic } from '../../shared/petition/project'
import type { StoredObject } from '../ports/object-store'
import type { PetitionRecord } from '../ports/petition-store'
import { codeToScan, petitionFileKeys, petitionFiles } from './petition-files'
import { publishCount } from './publish-count'
import { daysUpTo } from './publish-days'
import { publishSigners } from './publish-signers'
import { publishLogKey } from './publish-verifier-key'
import { PAGE_CACHE_SECONDS, type Publication, type PublishingDeps, publish } from './publishing'
import { viewPetition } from './view-petition'

const MAX_ATTEMPTS = 20

/**
 * Publishes a petition's pages, its list of signers and its count as the table has them now. Nothing of a petition
 * that was never published gets out.
 * @returns the petition as it was published; undefined where there is nothing to show
 */
export async function publishPetition(
  deps: PublishingDeps,
  petitionId: string,
): Promise<PetitionRecord | undefined> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    // Tags before the table: a page is replaced only if nobody has written it since the table was read,
    // so a slow publisher cannot bring back what is old.
    const present = await readAll(deps, petitionFileKeys(petitionId))
    const record = await deps.petitions.loadRecord(petitionId)
    if (!record || !isPublic(record.petition)) return undefined
    const { view } = await viewPetition(
      { ...deps, petitions: { loadRecord: async () => record } },
      petitionId,
    )
    const days = await daysOf(deps, petitionId, record.log.applied)
    const beside = { today: dayOf(deps.clock.now()), stamped: await newestStamp(deps, petitionId), days }
    const pages = petitionFiles(deps.publicUrl, view, beside)
    if (!(await replaceAll(deps, present, pages))) continue
    await publishLogKey(deps, record.petition)
    await publish(deps.objects, codeToScan(deps.publicUrl, petitionId))
    await publishSigners(deps.objects, view, () => shownLeaves(deps, petitionId))
    const { threshold } = record.petition.settings
    const { count, applied: size, standing } = record.log
    await publishCount(deps, petitionId, { count, threshold, size }, standing)
    return record
  }
  throw new Error(`the pages of ${petitionId} changed under ${MAX_ATTEMPTS} attempts to write them`)
}

/** Leaves of the log whose signers are listed, as the table has it now. */
async function shownLeaves({ petitions }: PublishingDeps, petitionId: string): Promise<number> {
  const record = await petitions.loadRecord(petitionId)
  return record ? leavesBeforeErasure(record.log) : 0
}

/** Signatures by day; undefined where the log cannot be read, so that the page gets out without its chart. */
async function daysOf({ objects }: PublishingDeps, id: string, applied: number) {
  return daysUpTo(objects, id, applied).catch(() => undefined)
}

/** What was stamped last of the petition's log; undefined also where the list of stamps cannot be read. */
async function newestStamp({ objects }: PublishingDeps, id: string): Promise<Stamped | undefined> {
  const index = await objects.get(stampedIndexKey(id))
  try {
    return index && parseStamped(new TextDecoder().decode(index)).at(-1)
  } catch {
    return undefined
  }
}

async function readAll({ objects }: PublishingDeps, keys: readonly string[]) {
  const found = await Promise.all(keys.map(async (key) => [key, await objects.read(key)] as const))
  return new Map<string, StoredObject | undefined>(found)
}

/** False when one of the pages was written by somebody else meanwhile. */
async function replaceAll(
  { objects }: PublishingDeps,
  present: ReadonlyMap<string, StoredObject | undefined>,
  pages: readonly Publication[],
): Promise<boolean> {
  const written = await Promise.all(
    pages.map(({ key, body }) => {
      const old = present.get(key)
      if (old && new TextDecoder().decode(old.body) === body) return true
      return objects.replace(key, old?.tag, body, { cacheSeconds: PAGE_CACHE_SECONDS })
    }),
  )
  return written.every(Boolean)
}
