import { readFileSync } from 'node:fs'
import { fromHex, utf8 } from '../../../shared/tlog/bytes'

interface Vectors {
  readonly consistency: Record<string, string[]>
  readonly inclusion: Record<string, string[]>
  readonly leafHash: Record<string, string>
  readonly roots: Record<string, string>
  readonly tiles: Record<string, { readonly len: number; readonly sha256: string }>
  readonly note: Record<
    | 'checkpoint'
    | 'checkpointSha256'
    | 'cosignedMessage'
    | 'keyIdHex'
    | 'publicKeyHex'
    | 'seedHex'
    | 'tlogProof5at300'
    | 'vkey'
    | 'witnessLine'
    | 'witnessSeedHex'
    | 'witnessVkey',
    string
  >
}

/** Figures of an independent implementation (golang.org/x/mod/sumdb) over entries `entry-0`, `entry-1`, … */
export const vectors: Vectors = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8'))

export function entriesOf(size: number, prefix = 'entry'): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => utf8(`${prefix}-${index}`))
}

export function root(size: number): Uint8Array {
  return fromHex(vectors.roots[size]!)
}
