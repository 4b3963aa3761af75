import { LOCALES } from '../../shared/locale'
import { namesKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE, type NameEntry, type NamesItem, parseNamesFile } from '../../shared/log/names'
import type { PetitionView } from '../../shared/petition/view'
import { objectKey, paths } from '../../web/addresses'
import { SignersPage } from '../../web/pages/signers'
import type { ObjectStore } from '../ports/object-store'
import { readAmended, strikeAmended } from './amended-names'
import { PAGE_CACHE_SECONDS } from './publishing'

interface StalePage {
  readonly key: string
  readonly tag: string | undefined
  readonly body: string
}

const MAX_ATTEMPTS = 20

type SignedPetition = Pick<PetitionView, 'id' | 'title' | 'locale' | 'namesErasedAt'>

/** What the pages of a list are made of. */
interface List {
  readonly objects: ObjectStore
  readonly petition: SignedPetition
  /** Leaves of the log whose names are shown, as the table has it at the call. */
  readonly applied: () => Promise<number>
  /** How many pages there are: one for each file of names up to the last that holds any. */
  readonly pages: number
}

/**
 * Publishes the list of people who signed (R5), a page for each file of names, of the first `applied` leaves.
 * How many these are is asked only after it is known what a page shows, so that a slow publisher never brings back
 * a list that is behind.
 * Pages are written from the first stale one up, so that a page that is right has only right ones before it, but
 * for those whose names were annulled or erased, which are noted by name: looking from the last page back may stop
 * at the first that needs nothing.
 */
export async function publishSigners(
  objects: ObjectStore,
  petition: SignedPetition,
  applied: () => Promise<number>,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const list = { objects, petition, applied, pages: await pagesOf(objects, petition.id, await applied()) }
    // A file whose page is not to be shown yet stays noted for whoever shows it.
    const amended = (await readAmended(objects, petition.id)).filter(({ file }) => file < list.pages)
    const noted = await stalePages(list, new Set(amended.map(({ file }) => file + 1)))
    const tail = await staleTail(list)
    if (noted === undefined || tail === undefined) continue
    const stale = new Map([...noted, ...tail].map((page) => [page.key, page]))
    if (!(await writeInOrder(objects, [...stale.values()]))) continue
    if (amended.length > 0) await strikeAmended(objects, petition.id, amended)
    return
  }
  throw new Error(`the signers of ${petition.id} changed under ${MAX_ATTEMPTS} attempts to list them`)
}

/** Where the log ends with annulments, its last leaves may have no file of names. */
async function pagesOf(objects: ObjectStore, petitionId: string, applied: number): Promise<number> {
  let pages = Math.max(1, Math.ceil(applied / NAMES_PER_FILE))
  while (pages > 1 && !(await objects.get(namesKey(petitionId, pages - 1)))) pages--
  return pages
}

/** Those of the pages with these numbers that are not as they should be; undefined where the list has more by now. */
async function stalePages(list: List, numbers: ReadonlySet<number>): Promise<StalePage[] | undefined> {
  const pages: StalePage[] = []
  for (const page of numbers) {
    const ofPage = await staleLocales(list, page)
    if (ofPage === undefined) return undefined
    pages.push(...ofPage)
  }
  return pages
}

async function staleTail(list: List): Promise<StalePage[] | undefined> {
  const stale: StalePage[] = []
  for (let page = list.pages; page >= 1; page--) {
    const ofPage = await staleLocales(list, page)
    if (ofPage === undefined) return undefined
    if (ofPage.length === 0) break
    stale.unshift(...ofPage)
  }
  return stale
}

/** The page in each language in which it is not as it should be; undefined where the list has more pages by now. */
async function staleLocales(list: List, page: number): Promise<StalePage[] | undefined> {
  const { objects, petition, pages } = list
  const keys = LOCALES.map((locale) => [locale, objectKey(locale, paths.signers(petition.id, page))] as const)
  // Tags before the table and the names: a page is replaced only if nobody has written it since they were read.
  const present = await Promise.all(keys.map(([, key]) => objects.read(key)))
  const applied = await list.applied()
  if ((await pagesOf(objects, petition.id, applied)) !== pages) return undefined
  const shown = (await namesIn(objects, petition.id, page - 1)).filter(({ index }) => index < applied)
  const signers = shown.filter((item): item is NameEntry => !('erased' in item))
  const erased = signers.length < shown.length
  return keys.flatMap(([locale, key], place) => {
    const old = present[place]
    const element = <SignersPage {...{ locale, petition, signers, erased, page, pages }} />
    const body = String(element)
    return old && new TextDecoder().decode(old.body) === body ? [] : [{ key, tag: old?.tag, body }]
  })
}

async function writeInOrder(objects: ObjectStore, stale: readonly StalePage[]): Promise<boolean> {
  for (const { key, tag, body } of stale) {
    if (!(await objects.replace(key, tag, body, { cacheSeconds: PAGE_CACHE_SECONDS }))) return false
  }
  return true
}

async function namesIn(objects: ObjectStore, petitionId: string, file: number): Promise<NamesItem[]> {
  const stored = await objects.get(namesKey(petitionId, file))
  return stored ? parseNamesFile(new TextDecoder().decode(stored)) : []
}
