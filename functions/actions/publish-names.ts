import { namesKey } from '../../shared/log/addresses'
import type { Leaf } from '../../shared/log/leaf'
import { mergeNames, nameEntryOf, namesFileOf, parseNames } from '../../shared/log/names'
import { inParallel } from '../in-parallel'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'

const NAMES_CACHE_SECONDS = 15
const FILES_AT_ONCE = 4

/** Adds leaves to the published files of names. Adding the same leaves again, in any order, changes nothing. */
export async function publishNames(
  objects: ObjectStore,
  petitionId: string,
  leaves: readonly Leaf[],
): Promise<void> {
  const files = Map.groupBy(leaves, (leaf) => namesFileOf(leaf.index))
  await inParallel(files, FILES_AT_ONCE, ([file, own]) =>
    amendObject(objects, namesKey(petitionId, file), { cacheSeconds: NAMES_CACHE_SECONDS }, (present) => {
      const merged = mergeNames(present === undefined ? [] : parseNames(present), own.map(nameEntryOf))
      return merged && JSON.stringify(merged)
    }),
  )
}
