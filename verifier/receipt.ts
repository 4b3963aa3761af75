import { siteOf } from '../shared/log/addresses'
import { parseEntry, type SignatureEntry } from '../shared/log/entry'
import { equalBytes } from '../shared/tlog/bytes'
import { leafHash } from '../shared/tlog/hash'
import type { VerifierKey } from '../shared/tlog/note'
import { verifyInclusion } from '../shared/tlog/proof'
import { parseTlogProof, type TlogProof } from '../shared/tlog/tlog-proof'
import { isSigned, openCheckpoint, type SignedCheckpoint } from './checkpoint'
import type { Findings } from './findings'
import { isOfSite, keysOf } from './key'
import type { Tools } from './tools'

/** A receipt as it says of itself. */
export interface OpenReceipt {
  readonly proof: TlogProof
  readonly checkpoint: SignedCheckpoint
  readonly petitionId: string
  /** Host and path of the site's logs: the name of its key. */
  readonly site: string
}

/** Reads a receipt's form alone; undefined where it is none. */
export function openReceipt(text: string): OpenReceipt | undefined {
  try {
    const proof = parseTlogProof(text.replaceAll('\r\n', '\n'))
    const checkpoint = openCheckpoint(proof.checkpoint)?.checkpoint
    const petitionId = checkpoint?.origin.split('/').at(-1)
    if (!checkpoint || !petitionId) return undefined
    return { proof, checkpoint, petitionId, site: siteOf(checkpoint.origin) }
  } catch {
    return undefined
  }
}

/** What a receipt is held against. */
export interface ReceiptExpectations {
  /** The site's key, or the petition's own; without one the signature is not checked, and it is said so. */
  readonly key?: VerifierKey
  /** The petition it should be of. */
  readonly petitionId?: string
}

/**
 * Verifies a receipt by itself, without the log: signed by the key, and its entry truly under the signed root.
 * @returns the receipt where all of it holds, the signature left aside where there is no key
 */
export async function checkReceipt(
  tools: Tools,
  text: string,
  { key, petitionId }: ReceiptExpectations,
  findings: Findings,
): Promise<OpenReceipt | undefined> {
  const receipt = openReceipt(text)
  if (!receipt) {
    findings.add('receipt-malformed', {})
    return undefined
  }
  const { origin } = receipt.checkpoint
  const expected = expectedOrigin(tools, receipt, key, petitionId)
  if (origin !== expected) {
    findings.add('receipt-of-another-petition', { origin, expected })
    return undefined
  }
  const entry = entryIn(receipt)
  const { index } = receipt.proof
  if (!entry) findings.add('receipt-entry-malformed', { index })
  else if (!isIncluded(tools, receipt)) findings.add('receipt-proof-wrong', { index })
  else if (!key) {
    findings.add('receipt-without-key', {})
    return receipt
  } else if (!(await isReceiptSigned(tools, receipt, key))) findings.add('receipt-unsigned', { name: origin })
  else {
    findings.add('receipt-holds', { index, size: receipt.checkpoint.size, time: entry.time, origin })
    return receipt
  }
  return undefined
}

function expectedOrigin(
  { sha256 }: Tools,
  receipt: OpenReceipt,
  key?: VerifierKey,
  petitionId?: string,
): string {
  if (!key) return petitionId ? `${receipt.site}/${petitionId}` : receipt.checkpoint.origin
  if (!petitionId && !isOfSite(key)) return key.name
  return keysOf(sha256, key, petitionId ?? receipt.petitionId).own.name
}

function isReceiptSigned(
  { sha256, verifyEd25519 }: Tools,
  receipt: OpenReceipt,
  key: VerifierKey,
): Promise<boolean> {
  const note = openCheckpoint(receipt.proof.checkpoint)!.note
  return isSigned(note, keysOf(sha256, key, receipt.petitionId), verifyEd25519)
}

function isIncluded({ sha256 }: Tools, { proof, checkpoint }: OpenReceipt): boolean {
  const { index, extra } = proof
  const { size, root } = checkpoint
  return (
    extra !== undefined &&
    verifyInclusion(sha256, { index, size, root, proof: proof.proof, leafHash: leafHash(sha256, extra) })
  )
}

function entryIn({ proof }: OpenReceipt): SignatureEntry | undefined {
  try {
    const entry = proof.extra && parseEntry(proof.extra)
    return entry?.kind === 'signature' ? entry : undefined
  } catch {
    return undefined
  }
}

/** Looks a receipt's entry up in the log while that is read. */
export class ReceiptInLog {
  private found = false
  private annulment: { readonly by: number; readonly ground: string; readonly time: string } | undefined
  private erased = false
  private name: string | undefined

  constructor(
    private readonly receipt: OpenReceipt,
    private readonly findings: Findings,
  ) {}

  get size(): number {
    return this.receipt.checkpoint.size
  }

  meetEntry(index: number, bytes: Uint8Array): void {
    if (index === this.receipt.proof.index) this.found = equalBytes(bytes, this.receipt.proof.extra!)
  }

  meetAnnulment(by: number, target: number, ground: string, time: string): void {
    if (target === this.receipt.proof.index) this.annulment ??= { by, ground, time }
  }

  meetErasure(target: number): void {
    if (target === this.receipt.proof.index) this.erased = true
  }

  meetName(index: number, name: string): void {
    if (index === this.receipt.proof.index) this.name = name
  }

  conclude(size: number, root: Uint8Array | undefined): void {
    const { index } = this.receipt.proof
    if (this.size > size) this.findings.add('receipt-beyond-log', { index, size: this.size, now: size })
    else if (!this.found) this.findings.add('receipt-not-in-log', { index })
    else if (root && !equalBytes(root, this.receipt.checkpoint.root)) {
      this.findings.add('receipt-forked', { size: this.size })
    } else this.describe(index)
  }

  private describe(index: number): void {
    if (this.name !== undefined) this.findings.add('receipt-in-log', { index, name: this.name })
    else this.findings.add('receipt-in-log-nameless', { index })
    if (this.annulment) this.findings.add('receipt-annulled', { index, ...this.annulment })
    if (this.erased) this.findings.add('receipt-erased', { index })
  }
}
