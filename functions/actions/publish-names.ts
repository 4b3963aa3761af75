import { namesKey } from '../../shared/log/addresses'
import {
  changeNames,
  type NamesChange,
  type NamesItem,
  namesFileOf,
  parseNamesFile,
} from '../../shared/log/names'
import { annulledIn, erasedIn, type StagedBatch } from '../../shared/log/staging'
import { inParallel } from '../in-parallel'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'
import { addAmended } from './amended-names'

const NAMES_CACHE_SECONDS = 15
const FILES_AT_ONCE = 4

/**
 * Brings the published files of names up to a batch: its signatures are added, those it annuls marked, those it
 * erases left without a name. Repeating it, in any order with later batches, changes nothing.
 * @param names of the batch's signatures, by index; one that is missing is no longer kept
 */
export async function publishNames(
  objects: ObjectStore,
  petitionId: string,
  batch: StagedBatch,
  names: ReadonlyMap<number, NamesItem>,
): Promise<void> {
  await inParallel(changesOf(batch, names), FILES_AT_ONCE, ([file, change]) =>
    amendObject(objects, namesKey(petitionId, file), { cacheSeconds: NAMES_CACHE_SECONDS }, (present) => {
      const items = changeNames(present === undefined ? [] : parseNamesFile(present), change)
      return items && JSON.stringify(items)
    }),
  )
  const amended = new Set(
    [...annulledIn(batch).map(({ target }) => target), ...erasedIn(batch)].map(namesFileOf),
  )
  // After the files themselves: whoever finds the note finds what it is about.
  if (amended.size > 0) await addAmended(objects, petitionId, batch.after.size, amended)
}

function changesOf(batch: StagedBatch, names: ReadonlyMap<number, NamesItem>): Map<number, NamesChange> {
  const added = batch.leaves
    .filter(({ entry }) => entry.kind === 'signature')
    .map(({ index }): NamesItem => names.get(index) ?? { index, erased: true })
  const annulled = annulledIn(batch).map(({ target }) => target)
  const erased = erasedIn(batch)
  const touched = [...added.map(({ index }) => index), ...annulled, ...erased].map(namesFileOf)
  return new Map(
    [...new Set(touched)].map((file) => [
      file,
      {
        added: added.filter(({ index }) => namesFileOf(index) === file),
        annulled: annulled.filter((target) => namesFileOf(target) === file),
        erased: erased.filter((target) => namesFileOf(target) === file),
      },
    ]),
  )
}
