import { equalBytes } from './bytes'
import { HASH_BYTES, nodeHash, type Sha256 } from './hash'

export interface InclusionProof {
  readonly index: number
  readonly size: number
  readonly leafHash: Uint8Array
  /** From the leaf's sibling up. */
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

export interface ConsistencyProof {
  readonly from: number
  readonly to: number
  readonly fromRoot: Uint8Array
  readonly toRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/** Whether the leaf is the `index`-th of the tree with this root (RFC 9162 §2.1.3.2). False for any wrong input. */
export function verifyInclusion(
  sha256: Sha256,
  { index, size, leafHash, proof, root }: InclusionProof,
): boolean {
  if (!isIndex(index, size) || !areHashes([leafHash, root, ...proof])) return false
  let fn = BigInt(index)
  let sn = BigInt(size - 1)
  let hash = leafHash
  for (const sibling of proof) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      hash = nodeHash(sha256, sibling, hash)
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn / 2n, sn / 2n]
    } else {
      hash = nodeHash(sha256, hash, sibling)
    }
    ;[fn, sn] = [fn / 2n, sn / 2n]
  }
  return sn === 0n && equalBytes(hash, root)
}

/**
 * Whether the tree of `to` leaves begins with the one of `from` (RFC 9162 §2.1.4.2). Nothing is before everything;
 * a tree is consistent with itself by an empty proof. False for any wrong input.
 */
export function verifyConsistency(sha256: Sha256, given: ConsistencyProof): boolean {
  const { from, to, fromRoot, toRoot, proof } = given
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || from > to) return false
  if (!areHashes([fromRoot, toRoot, ...proof])) return false
  if (from === to) return proof.length === 0 && equalBytes(fromRoot, toRoot)
  if (from === 0) return proof.length === 0
  return climb(sha256, given)
}

function climb(sha256: Sha256, { from, to, fromRoot, toRoot, proof }: ConsistencyProof): boolean {
  // A power of two is itself a node of the greater tree, which the proof then leaves out.
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof
  const [first, ...rest] = path
  if (!first) return false
  let fn = BigInt(from - 1)
  let sn = BigInt(to - 1)
  while (fn % 2n === 1n) [fn, sn] = [fn / 2n, sn / 2n]
  let before = first
  let after = first
  for (const hash of rest) {
    if (sn === 0n) return false
    if (fn % 2n === 1n || fn === sn) {
      before = nodeHash(sha256, hash, before)
      after = nodeHash(sha256, hash, after)
      while (fn % 2n === 0n && fn !== 0n) [fn, sn] = [fn / 2n, sn / 2n]
    } else {
      after = nodeHash(sha256, after, hash)
    }
    ;[fn, sn] = [fn / 2n, sn / 2n]
  }
  return sn === 0n && equalBytes(before, fromRoot) && equalBytes(after, toRoot)
}

function isIndex(index: number, size: number): boolean {
  return Number.isSafeInteger(index) && Number.isSafeInteger(size) && 0 <= index && index < size
}

function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_BYTES)
}
