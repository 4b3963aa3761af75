import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ObjectStore } from '../../functions/ports/object-store'
import { assets, WIDGET_SCRIPT } from '../../web/assets'

/** A year: a file named by its content never changes. */
const FOR_EVER_SECONDS = 31_536_000

/** The verifier's command as one file, at an address that stays. */
const COMMAND = 'verify/viche.mjs'
/** For files at addresses that stay. */
const HOUR_SECONDS = 3600

/**
 * Puts the styles and scripts that pages name; those of earlier builds stay for pages rendered then. And the
 * verifier's command, and the widget of other sites.
 * @param folder where `buildAssets` of the set-up has left them
 */
export async function publishAssets(objects: ObjectStore, folder: string): Promise<void> {
  for (const key of [COMMAND, WIDGET_SCRIPT.slice(1)]) {
    await objects.put(key, await readFile(join(folder, key)), { cacheSeconds: HOUR_SECONDS })
  }
  await Promise.all(
    Object.values(assets).map(async (address) => {
      const key = address.slice(1)
      await objects.put(key, await readFile(join(folder, key)), { cacheSeconds: FOR_EVER_SECONDS })
    }),
  )
}
