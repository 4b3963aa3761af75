import { checkpointKey, siteOf } from '../../shared/log/addresses'
import type { Extent } from '../../shared/log/state'
import { fromBase64, toBase64, utf8 } from '../../shared/tlog/bytes'
import { type Checkpoint, checkpointText, parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote, signatureLine, verifierKey } from '../../shared/tlog/note'
import { amendObject } from './amend-object'
import { mismatch } from './log-mismatch'
import type { SequencingDeps } from './sequencing'

/** Seconds for which a reader may be shown an older checkpoint. */
const CHECKPOINT_CACHE_SECONDS = 15

type CheckpointDeps = Pick<SequencingDeps, 'sha256' | 'signer' | 'objects' | 'metrics'>

/**
 * Signs and publishes what the log has committed. It only moves forwards: a checkpoint of an older size never
 * replaces a newer one.
 * @param origin name of the petition's log, `<host>/log/<petition id>`
 * @throws LogMismatch when another tree of the same size is published
 */
export async function publishCheckpoint(
  deps: CheckpointDeps,
  petitionId: string,
  origin: string,
  { size, root }: Pick<Extent, 'size' | 'root'>,
): Promise<void> {
  const options = { cacheSeconds: CHECKPOINT_CACHE_SECONDS }
  await amendObject(deps.objects, checkpointKey(petitionId), options, (present) => {
    const shown = present === undefined ? undefined : readCheckpoint(present)
    if (shown?.size === size && toBase64(shown.root) !== root) {
      throw mismatch(deps.metrics, petitionId, `another tree of ${size} leaves is published`)
    }
    if (shown !== undefined && shown.size >= size) return undefined
    return signedCheckpoint(deps, { origin, size, root: fromBase64(root) })
  })
}

/**
 * The checkpoint as a signed note (C2SP signed-note): one signature under two names, the log's own, as the
 * checkpoint's specification wants it, and the site's, so that one verifier key checks every log of the site.
 */
async function signedCheckpoint({ sha256, signer }: CheckpointDeps, checkpoint: Checkpoint): Promise<string> {
  const text = checkpointText(checkpoint)
  const [publicKey, signature] = await Promise.all([signer.publicKey(), signer.sign(utf8(text))])
  const names = [checkpoint.origin, siteOf(checkpoint.origin)]
  const lines = names.map((name) => signatureLine(verifierKey(sha256, name, publicKey), signature))
  return `${text}\n${lines.join('')}`
}

/** Undefined for what is no checkpoint, so that a damaged object is replaced. */
function readCheckpoint(text: string): Checkpoint | undefined {
  try {
    return parseCheckpoint(parseNote(text).text)
  } catch {
    return undefined
  }
}
