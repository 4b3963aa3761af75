import { LOCALES, type Locale } from '../../shared/locale'
import { namesKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE, type NameEntry, parseNames } from '../../shared/log/names'
import type { PetitionSummary } from '../../shared/petition/view'
import { objectKey, paths } from '../../web/addresses'
import { SignersPage } from '../../web/pages/signers'
import type { ObjectStore } from '../ports/object-store'
import { PAGE_CACHE_SECONDS } from './publishing'

interface StalePage {
  readonly key: string
  readonly tag: string | undefined
  readonly body: string
}

const MAX_ATTEMPTS = 20

/**
 * Publishes the list of people who signed (R5), a page for each file of names, the first `applied` of them.
 * Pages are written from the first stale one up, so that a page that is right has only right ones before it:
 * looking from the last page back may stop at the first that needs nothing.
 */
export async function publishSigners(
  objects: ObjectStore,
  petition: Pick<PetitionSummary, 'id' | 'title'>,
  applied: number,
): Promise<void> {
  const pages = Math.max(1, Math.ceil(applied / NAMES_PER_FILE))
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    if (await writeInOrder(objects, await stalePages(objects, petition, applied, pages))) return
  }
  throw new Error(`the signers of ${petition.id} changed under ${MAX_ATTEMPTS} attempts to list them`)
}

async function stalePages(
  objects: ObjectStore,
  petition: Pick<PetitionSummary, 'id' | 'title'>,
  applied: number,
  pages: number,
): Promise<StalePage[]> {
  const stale: StalePage[] = []
  for (let page = pages; page >= 1; page--) {
    const names = await namesIn(objects, petition.id, page - 1)
    const shown = names.filter((entry) => entry.index < applied)
    const found = await Promise.all(
      LOCALES.map((locale) => staleIn(locale, objects, petition, shown, page, pages)),
    )
    const ofPage = found.filter((one) => one !== undefined)
    if (ofPage.length === 0) break
    stale.unshift(...ofPage)
  }
  return stale
}

async function staleIn(
  locale: Locale,
  objects: ObjectStore,
  petition: Pick<PetitionSummary, 'id' | 'title'>,
  signers: readonly NameEntry[],
  page: number,
  pages: number,
): Promise<StalePage | undefined> {
  const key = objectKey(locale, paths.signers(petition.id, page))
  const present = await objects.read(key)
  const element = (
    <SignersPage locale={locale} petition={petition} signers={signers} page={page} pages={pages} />
  )
  const body = String(element)
  if (present && new TextDecoder().decode(present.body) === body) return undefined
  return { key, tag: present?.tag, body }
}

async function writeInOrder(objects: ObjectStore, stale: readonly StalePage[]): Promise<boolean> {
  for (const { key, tag, body } of stale) {
    if (!(await objects.replace(key, tag, body, { cacheSeconds: PAGE_CACHE_SECONDS }))) return false
  }
  return true
}

async function namesIn(objects: ObjectStore, petitionId: string, file: number): Promise<NameEntry[]> {
  const stored = await objects.get(namesKey(petitionId, file))
  return stored ? parseNames(new TextDecoder().decode(stored)) : []
}
