import { fromBase64, toBase64 } from './bytes'
import { TlogError } from './error'
import { HASH_BYTES } from './hash'

/** What a log says of itself (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string
  /** Leaves. */
  readonly size: number
  readonly root: Uint8Array
}

/** The text that is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`
}

/**
 * Reads the text of a note as a checkpoint; lines after the third are extensions and are passed over.
 * @throws TlogError `bad-checkpoint` or `bad-base64`
 */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, decimal, encoded, ...rest] = text.split('\n')
  if (!origin || encoded === undefined || rest.at(-1) !== '') {
    throw new TlogError('bad-checkpoint', 'not origin, size and root on lines of their own')
  }
  if (!/^(?:0|[1-9]\d{0,15})$/.test(decimal ?? '') || !Number.isSafeInteger(Number(decimal))) {
    throw new TlogError('bad-checkpoint', 'the size is no decimal number')
  }
  const root = fromBase64(encoded)
  if (root.length !== HASH_BYTES) throw new TlogError('bad-checkpoint', 'the root has not 32 bytes')
  return { origin, size: Number(decimal), root }
}
