import type { Petition } from '../../shared/petition/petition'
import type { PetitionFilter, PetitionStore } from '../ports/petition-store'

/** Every published petition that matches, a page of at most `limit` at a time, newest first. */
export async function* publishedPages(
  petitions: Pick<PetitionStore, 'published'>,
  filter: Omit<PetitionFilter, 'cursor'>,
): AsyncGenerator<readonly Petition[]> {
  let cursor: string | undefined
  do {
    const page = await petitions.published({ ...filter, ...(cursor !== undefined && { cursor }) })
    yield page.items
    cursor = page.nextCursor
  } while (cursor !== undefined)
}
