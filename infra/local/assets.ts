import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectStore } from '../../functions/ports/object-store'
import { assets } from '../../web/assets'

/** A year: a file named by its content never changes. */
const FOR_EVER_SECONDS = 31_536_000

/**
 * Puts the styles and scripts that pages name. Those of earlier builds stay for pages rendered then.
 * @param folder where `buildAssets` of the set-up has left them
 */
export async function publishAssets(objects: ObjectStore, folder: string): Promise<void> {
  await Promise.all(
    Object.values(assets).map(async (address) => {
      const key = address.slice(1)
      await objects.put(key, await readFile(join(folder, key)), { cacheSeconds: FOR_EVER_SECONDS })
    }),
  )
}
