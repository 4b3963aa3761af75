import * as z from 'zod'
import { amendedNamesKey } from '../../shared/log/addresses'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'

const amendment = z.object({ file: z.number().int(), size: z.number().int() })
const amendments = z.array(amendment)

/** A file of names that the batch up to `size` changed otherwise than by growing. */
export type Amendment = z.infer<typeof amendment>

const NEVER_CACHED = { cacheSeconds: 0 }

/** Notes that pages of these files have to be written again. */
export async function addAmended(
  objects: ObjectStore,
  petitionId: string,
  size: number,
  files: Iterable<number>,
): Promise<void> {
  await amendObject(objects, amendedNamesKey(petitionId), NEVER_CACHED, (present) => {
    const noted = parseAmended(present)
    const added = [...files].map((file) => ({ file, size })).filter((one) => !has(noted, one))
    return added.length === 0 ? undefined : JSON.stringify([...noted, ...added])
  })
}

/** Read this before the files of names: then these are at least as new. */
export async function readAmended(objects: ObjectStore, petitionId: string): Promise<Amendment[]> {
  const stored = await objects.get(amendedNamesKey(petitionId))
  return parseAmended(stored && new TextDecoder().decode(stored))
}

/** Strikes out what has been published; notes made meanwhile stay. */
export async function strikeAmended(
  objects: ObjectStore,
  petitionId: string,
  done: readonly Amendment[],
): Promise<void> {
  await amendObject(objects, amendedNamesKey(petitionId), NEVER_CACHED, (present) => {
    const noted = parseAmended(present)
    const left = noted.filter((one) => !has(done, one))
    return left.length === noted.length ? undefined : JSON.stringify(left)
  })
}

function has(list: readonly Amendment[], { file, size }: Amendment): boolean {
  return list.some((one) => one.file === file && one.size === size)
}

function parseAmended(text: string | undefined): Amendment[] {
  return text === undefined ? [] : amendments.parse(JSON.parse(text))
}
