import { fromBase64, toBase64 } from './bytes'
import { TlogError } from './error'
import { HASH_BYTES } from './hash'

/** Inclusion in a log, provable offline (C2SP tlog-proof): what a signer keeps as a receipt. */
export interface TlogProof {
  /** Here: the entry itself. */
  readonly extra?: Uint8Array
  readonly index: number
  readonly proof: readonly Uint8Array[]
  /** The signed checkpoint, verbatim. */
  readonly checkpoint: string
}

const HEADER = 'c2sp.org/tlog-proof@v1'
/** More than a tree of 2^53 leaves needs. */
const MAX_HASHES = 63

export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  const lines = [
    HEADER,
    ...(extra ? [`extra ${toBase64(extra)}`] : []),
    `index ${index}`,
    ...proof.map(toBase64),
  ]
  return `${lines.join('\n')}\n\n${checkpoint}`
}

/** @throws TlogError `bad-proof` or `bad-base64` */
export function parseTlogProof(text: string): TlogProof {
  const end = text.indexOf('\n\n')
  const [header, ...lines] = text.slice(0, Math.max(end, 0)).split('\n')
  if (header !== HEADER) throw new TlogError('bad-proof', `does not begin with ${HEADER}`)
  const extra = lines[0]?.startsWith('extra ') ? fromBase64(lines.shift()!.slice(6)) : undefined
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  if (index === undefined) throw new TlogError('bad-proof', 'no index')
  if (lines.length > MAX_HASHES) throw new TlogError('bad-proof', 'too many hashes')
  const proof = lines.map(fromBase64)
  if (proof.some((hash) => hash.length !== HASH_BYTES))
    throw new TlogError('bad-proof', 'a hash has not 32 bytes')
  return { ...(extra && { extra }), index: Number(index), proof, checkpoint: text.slice(end + 2) }
}
