import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { CountReader } from '../ports/count-reader'
import type { LogKey } from '../ports/log-signer'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionStore } from '../ports/petition-store'

/** What publishing needs from outside. */
export interface PublishingDeps {
  readonly clock: Clock
  readonly objects: ObjectStore
  readonly petitions: Pick<PetitionStore, 'loadRecord' | 'published'>
  readonly communities: CommunityStore
  readonly counts: CountReader
  readonly logSigner: LogKey
  readonly publicUrl: string
}

/** A file as it is to be. */
export interface Publication {
  readonly key: string
  readonly body: string
  readonly cacheSeconds: number
}

/** Seconds for which a reader may be shown an older page. */
export const PAGE_CACHE_SECONDS = 60

/** Writes a file unless it is what it should be already. */
export async function publish(objects: ObjectStore, { key, body, cacheSeconds }: Publication): Promise<void> {
  const present = await objects.get(key)
  if (present && new TextDecoder().decode(present) === body) return
  await objects.put(key, body, { cacheSeconds })
}
