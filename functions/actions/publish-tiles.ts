import { equalBytes } from '../../shared/tlog/bytes'
import { inParallel } from '../in-parallel'
import type { LogFile } from './grow-log'
import { mismatch } from './log-mismatch'
import type { SequencingDeps } from './sequencing'

const FILES_AT_ONCE = 8
const FULL_CACHE_SECONDS = 365 * 24 * 3600
/** Nobody asks for a partial one once the checkpoint has moved on. */
const PARTIAL_CACHE_SECONDS = 3600

/**
 * Publishes tiles and bundles. Each is written once; repeating it finds it there.
 * @throws LogMismatch when something else is there
 */
export async function publishTiles(
  deps: Pick<SequencingDeps, 'objects' | 'metrics'>,
  petitionId: string,
  files: readonly LogFile[],
): Promise<void> {
  await inParallel(files, FILES_AT_ONCE, async ({ key, bytes, full }) => {
    const cacheSeconds = full ? FULL_CACHE_SECONDS : PARTIAL_CACHE_SECONDS
    if (await deps.objects.replace(key, undefined, bytes, { cacheSeconds })) return
    const present = await deps.objects.get(key)
    if (!present || !equalBytes(present, bytes)) {
      throw mismatch(deps.metrics, petitionId, `${key} is there with other bytes`)
    }
  })
}
