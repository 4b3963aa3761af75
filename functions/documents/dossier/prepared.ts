import * as z from 'zod'
import type { Instant } from '../../../shared/calendar/day'
import type { ObjectStore } from '../../ports/object-store'
import { type DossierName, dossierNames } from './order'

/** What is known of a large file: who began it when, how far it is, where it will be. */
const preparedSchema = z.object({
  /** Key of the object that it becomes. */
  key: z.string(),
  /** The petition as it was. */
  version: z.number().int(),
  begunAt: z.iso.datetime(),
  /** The last sign of life. */
  at: z.iso.datetime(),
  written: z.number().int(),
  ready: z.boolean(),
})
export type Prepared = z.infer<typeof preparedSchema>

const HIDDEN = { cacheSeconds: 0 }

export async function readPrepared(objects: ObjectStore, name: DossierName): Promise<Prepared | undefined> {
  const stored = await objects.get(keyOf(name))
  return stored && preparedSchema.parse(JSON.parse(new TextDecoder().decode(stored)))
}

export async function savePrepared(
  objects: ObjectStore,
  name: DossierName,
  prepared: Prepared,
): Promise<void> {
  await objects.put(keyOf(name), JSON.stringify(prepared), HIDDEN)
}

/**
 * Takes the place of what was prepared before, whose file goes; false where somebody else did so at the same moment.
 */
export async function replacePrepared(
  objects: ObjectStore,
  name: DossierName,
  prepared: Prepared,
): Promise<boolean> {
  const old = await objects.read(keyOf(name))
  if (!(await objects.replace(keyOf(name), old?.tag, JSON.stringify(prepared), HIDDEN))) return false
  if (old) await objects.delete(preparedSchema.parse(JSON.parse(new TextDecoder().decode(old.body))).key)
  return true
}

/** Deletes whatever was prepared of a petition: names that are erased may stay in no file. */
export async function forgetPrepared(
  objects: Pick<ObjectStore, 'get' | 'delete'>,
  petitionId: string,
): Promise<void> {
  for (const name of dossierNames(petitionId)) {
    const stored = await objects.get(keyOf(name))
    if (!stored) continue
    await objects.delete(preparedSchema.parse(JSON.parse(new TextDecoder().decode(stored))).key)
    await objects.delete(keyOf(name))
  }
}

/** Never served. */
function keyOf({ petitionId, kind, locale }: DossierName): string {
  return `staging/${petitionId}/dossier-${locale}.${kind}`
}

/** Seconds from one instant to another. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000
}
