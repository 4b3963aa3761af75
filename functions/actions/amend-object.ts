import type { ObjectStore, PutOptions } from '../ports/object-store'

/** Far above what contending workers need; reached only if the store never lets a write through. */
const MAX_ATTEMPTS = 100

/**
 * Writes a text made from the present one, again and again until nobody wrote in between: an amendment that only
 * ever moves forward can never be undone by a slow writer. `amend` gives undefined to leave the object as it is.
 */
export async function amendObject(
  objects: ObjectStore,
  key: string,
  options: PutOptions,
  amend: (present: string | undefined) => string | undefined | Promise<string | undefined>,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const present = await objects.read(key)
    const next = await amend(present && new TextDecoder().decode(present.body))
    if (next === undefined) return
    if (await objects.replace(key, present?.tag, next, options)) return
  }
  throw new Error(`the object ${key} changed under ${MAX_ATTEMPTS} attempts to write it`)
}
