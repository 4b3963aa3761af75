import type { ProviderLevel } from '../../shared/identity/identified-person'
import { levelsKey } from '../../shared/log/addresses'
import { formatLevels, type LevelsByIndex, parseLevels } from '../../shared/log/levels'
import { namesFileOf } from '../../shared/log/names'
import type { StagedBatch } from '../../shared/log/staging'
import { inParallel } from '../in-parallel'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'

const FILES_AT_ONCE = 4

/**
 * Keeps, in files that are never served, by which provider the signers of a batch were identified, so that an annulment
 * takes its signature from the right count. A batch of signatures by mail keeps nothing. Repeating it changes nothing.
 */
export async function keepLevels(
  objects: ObjectStore,
  petitionId: string,
  batch: StagedBatch,
): Promise<void> {
  const own = batch.leaves.flatMap(({ index, entry, level }) =>
    entry.kind === 'signature' && level !== undefined ? [[index, level] as const] : [],
  )
  const files = Map.groupBy(own, ([index]) => namesFileOf(index))
  await inParallel(files, FILES_AT_ONCE, ([file, added]) =>
    amendObject(objects, levelsKey(petitionId, file), { cacheSeconds: 0 }, (present) => {
      const levels = present === undefined ? new Map<number, ProviderLevel>() : parseLevels(present)
      if (added.every(([index]) => levels.has(index))) return undefined
      for (const [index, level] of added) levels.set(index, level)
      return formatLevels(levels)
    }),
  )
}

/** By which provider the signers of these signatures were identified; those by mail are left out. */
export async function levelsOf(
  objects: ObjectStore,
  petitionId: string,
  targets: readonly number[],
): Promise<LevelsByIndex> {
  const found = new Map<number, ProviderLevel>()
  await inParallel(new Set(targets.map(namesFileOf)), FILES_AT_ONCE, async (file) => {
    const stored = await objects.get(levelsKey(petitionId, file))
    if (!stored) return
    const levels = parseLevels(new TextDecoder().decode(stored))
    for (const target of targets) {
      const level = levels.get(target)
      if (level !== undefined) found.set(target, level)
    }
  })
  return found
}

/** Deletes what was kept of a log of `size` entries. */
export async function forgetLevels(objects: ObjectStore, petitionId: string, size: number): Promise<void> {
  const files = Array.from({ length: size === 0 ? 0 : namesFileOf(size - 1) + 1 }, (_, file) => file)
  await inParallel(files, FILES_AT_ONCE, (file) => objects.delete(levelsKey(petitionId, file)))
}
