import { setTimeout as sleep } from 'node:timers/promises'
import { namesKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE, type NameEntry, parseNames } from '../../shared/log/names'
import type { CountView } from '../../shared/petition/view'
import type { Site } from './site'

const STILL_MS = 60_000
const LOOK_MS = 300

/** What the site counts now; 0 before the first batch. */
export async function countOf(site: Site, petitionId: string): Promise<number> {
  const { status, body } = await site.ask(`/api/v1/petitions/${petitionId}/count`)
  return status === 200 ? (body as CountView).count : 0
}

/** Waits until the count is `expected` or more, or has stood still for a minute; then a moment, lest it grow on. */
export async function counted(
  site: Site,
  petitionId: string,
  expected: number,
  tell: (count: number) => void,
): Promise<number> {
  let count = 0
  for (let moved = Date.now(); Date.now() - moved < STILL_MS; await sleep(LOOK_MS)) {
    const now = await countOf(site, petitionId)
    if (now !== count) moved = Date.now()
    count = now
    tell(count)
    if (count >= expected) break
  }
  await sleep(1500)
  return countOf(site, petitionId)
}

/** The published names of a petition, all files of them in order. */
export async function* namesOf(site: Site, petitionId: string, count: number): AsyncGenerator<NameEntry> {
  for (let file = 0; file < Math.ceil(count / NAMES_PER_FILE); file++) {
    const { status, body } = await site.ask(`/${namesKey(petitionId, file)}`)
    if (status !== 200) throw new Error(`names file ${file}: ${status}`)
    yield* parseNames(typeof body === 'string' ? body : JSON.stringify(body))
  }
}
