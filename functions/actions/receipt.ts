import type { Instant } from '../../shared/calendar/day'
import { bundleKey, checkpointKey, tileKey } from '../../shared/log/addresses'
import { DomainError } from '../../shared/problem'
import type { SignatureKey } from '../../shared/signing/signature-id'
import { decodeBundle } from '../../shared/tlog/bundle'
import { type Checkpoint, parseCheckpoint } from '../../shared/tlog/checkpoint'
import { leafHash } from '../../shared/tlog/hash'
import { parseNote } from '../../shared/tlog/note'
import { verifyInclusion } from '../../shared/tlog/proof'
import { proveInclusion } from '../../shared/tlog/prove'
import { bundleWidth, TILE_WIDTH } from '../../shared/tlog/tile'
import { formatTlogProof } from '../../shared/tlog/tlog-proof'
import { sha256 } from '../adapters/sha256'
import type { ObjectStore } from '../ports/object-store'
import type { SignatureStore } from '../ports/signature-store'

export interface ReceiptDeps {
  readonly signatures: Pick<SignatureStore, 'find' | 'annulment'>
  readonly objects: Pick<ObjectStore, 'get'>
}

/** What a signer keeps: proof, without any name, that the signature is in the petition's log. */
export interface Receipt {
  readonly index: number
  readonly confirmedAt: Instant
  /** Code of the ground on which the signature was annulled since. The proof holds all the same. */
  readonly annulled?: string
  /** C2SP tlog-proof; its `extra` is the entry. */
  readonly text: string
  readonly fileName: string
}

/**
 * The signature's receipt, made from what is published and checked before it is given out; undefined until a
 * published checkpoint covers the signature.
 * @throws DomainError `signature-not-found`; Error when the published log does not prove the signature
 */
export async function receiptOf(deps: ReceiptDeps, key: SignatureKey): Promise<Receipt | undefined> {
  const state = await deps.signatures.find(key)
  if (!state) throw new DomainError('signature-not-found')
  const { index, confirmedAt } = state
  const { petitionId } = key
  if (index === undefined) return undefined
  const text = await provenText(deps.objects, petitionId, index)
  if (text === undefined) return undefined
  const annulled = await deps.signatures.annulment(petitionId, index)
  const fileName = `viche-${petitionId}-${index}.tlog-proof`
  return { index, confirmedAt, ...(annulled !== undefined && { annulled }), text, fileName }
}

type Objects = ReceiptDeps['objects']

async function provenText(objects: Objects, petitionId: string, index: number): Promise<string | undefined> {
  const published = await objects.get(checkpointKey(petitionId))
  if (!published) return undefined
  const checkpoint = new TextDecoder().decode(published)
  const tree = parseCheckpoint(parseNote(checkpoint).text)
  if (tree.size <= index) return undefined
  const [extra, proof] = await Promise.all([
    entryAt(objects, petitionId, tree, index),
    proveInclusion(sha256, { index, size: tree.size }, (tile) => read(objects, tileKey(petitionId, tile))),
  ])
  if (!verifyInclusion(sha256, { ...tree, index, leafHash: leafHash(sha256, extra), proof })) {
    throw new Error(`the published log of ${petitionId} does not prove entry ${index}`)
  }
  return formatTlogProof({ extra, index, proof, checkpoint })
}

async function entryAt(objects: Objects, petitionId: string, { size }: Checkpoint, index: number) {
  const bundle = Math.floor(index / TILE_WIDTH)
  const bytes = await read(objects, bundleKey(petitionId, bundle, bundleWidth(size, bundle)))
  const entry = decodeBundle(bytes)[index % TILE_WIDTH]
  if (!entry) throw new Error(`the published log of ${petitionId} holds no entry ${index}`)
  return entry
}

/** A file that the checkpoint promises: it was written before. */
async function read(objects: Objects, key: string): Promise<Uint8Array> {
  const body = await objects.get(key)
  if (!body) throw new Error(`${key} is missing`)
  return body
}
