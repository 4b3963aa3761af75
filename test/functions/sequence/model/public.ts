import { createPublicKey, verify } from 'node:crypto'
import { sha256 } from '../../../../functions/adapters/sha256'
import type { LogSigner } from '../../../../functions/ports/log-signer'
import {
  bundleKey,
  checkpointKey,
  countKey,
  daysKey,
  namesKey,
  siteOf,
  tileKey,
} from '../../../../shared/log/addresses'
import { type DaysView, NO_DAYS, withEntries } from '../../../../shared/log/days'
import { type LogEntry, parseEntry } from '../../../../shared/log/entry'
import type { LevelCounts } from '../../../../shared/log/levels'
import { type NamesItem, namesFileOf, parseNamesFile } from '../../../../shared/log/names'
import type { LogState } from '../../../../shared/log/state'
import { decodeBundle } from '../../../../shared/tlog/bundle'
import { toBase64 } from '../../../../shared/tlog/bytes'
import { type Checkpoint, parseCheckpoint } from '../../../../shared/tlog/checkpoint'
import { parseNote, type VerifyEd25519, verifierKey, verifyNote } from '../../../../shared/tlog/note'
import { verifyConsistency } from '../../../../shared/tlog/proof'
import { proveConsistency } from '../../../../shared/tlog/prove'
import { CompactRange } from '../../../../shared/tlog/range'
import { bundleWidth, TILE_WIDTH } from '../../../../shared/tlog/tile'
import type { MemoryObjects } from '../../../support/memory-objects'
import { PETITION } from './world'

const NOTHING: Checkpoint = { origin: '', size: 0, root: sha256(new Uint8Array(0)) }
const EMPTY_COUNT = '{"count":0,"size":0}'

/** What readers are shown of a log, followed by a watchful one. */
export class Public {
  /** Of the newest checkpoint. */
  entries: readonly LogEntry[] = []
  private readonly checkpoints: Checkpoint[] = [NOTHING]
  private readonly seen = new Map<string, string>()
  private names = new Map<number, NamesItem>()

  constructor(
    private readonly objects: MemoryObjects,
    private readonly signer: LogSigner,
    private readonly origin: string,
    private readonly violations: string[],
  ) {}

  /** Nothing that was shown may go back or be contradicted. */
  async watch(state: LogState): Promise<void> {
    const note = this.changed(checkpointKey(PETITION))
    if (note !== undefined) {
      await this.watchCheckpoint(note, state).catch((error) => this.violations.push(String(error)))
    }
    if (this.changed(countKey(PETITION)) !== undefined) this.watchCount()
    if (this.changed(daysKey(PETITION)) !== undefined) this.watchDays()
    for (let file = 0; file <= namesFileOf(state.size); file++) {
      const text = this.changed(namesKey(PETITION, file))
      if (text !== undefined) this.watchNames(parseNamesFile(text))
    }
  }

  get count(): { count: number; size: number; levels?: LevelCounts } {
    return JSON.parse(this.objects.text(countKey(PETITION)) ?? EMPTY_COUNT)
  }

  get days(): DaysView {
    const text = this.objects.text(daysKey(PETITION))
    return text === undefined ? NO_DAYS : JSON.parse(text)
  }

  get signers(): readonly NamesItem[] {
    return [...this.names.values()].sort((a, b) => a.index - b.index)
  }

  /** Signatures less annulments among the first `size` entries. */
  standing(size: number): number {
    const weight = { signature: 1, annulment: -1, erasure: 0 }
    return this.entries.slice(0, size).reduce((sum, { kind }) => sum + weight[kind], 0)
  }

  /** An object's text where it is another than at the last look. */
  private changed(key: string): string | undefined {
    const text = this.objects.text(key)
    if (text === undefined || this.seen.get(key) === text) return undefined
    this.seen.set(key, text)
    return text
  }

  private async watchCheckpoint(text: string, state: LogState) {
    const note = parseNote(text)
    const publicKey = await this.signer.publicKey()
    const keys = [this.origin, siteOf(this.origin)].map((name) => verifierKey(sha256, name, publicKey))
    const signed = await verifyNote(note, keys, verifyEd25519)
    this.expect('names that signed', signed.length, 2)
    const next = parseCheckpoint(note.text)
    const last = this.checkpoints.at(-1)!
    if (next.size <= last.size) this.violations.push(`a checkpoint of ${next.size} came after ${last.size}`)
    if (next.size > state.size) this.violations.push(`${next.size} was signed, ${state.size} committed`)
    this.checkpoints.push(next)
    this.rebuild(next.size)
    const proof = await proveConsistency(sha256, { from: last.size, to: next.size }, async (tile) =>
      this.body(tileKey(PETITION, tile)),
    )
    const sizes = { from: last.size, to: next.size, fromRoot: last.root, toRoot: next.root }
    this.expect('consistent', verifyConsistency(sha256, { ...sizes, proof }), true)
  }

  /** The tree from its entries alone: it goes through every checkpoint that was ever shown. */
  private rebuild(size: number) {
    const tree = new CompactRange(sha256)
    const roots = new Map([[0, tree.root()]])
    const wanted = new Set(this.checkpoints.map((checkpoint) => checkpoint.size))
    const entries: LogEntry[] = []
    for (let bundle = 0; bundle * TILE_WIDTH < size; bundle++) {
      const bytes = this.body(bundleKey(PETITION, bundle, bundleWidth(size, bundle)))
      for (const entry of decodeBundle(bytes)) {
        entries.push(parseEntry(entry))
        tree.appendEntry(entry)
        if (wanted.has(tree.size)) roots.set(tree.size, tree.root())
      }
    }
    this.entries = entries
    for (const { size: at, root } of this.checkpoints) {
      this.expect(`root of ${at}`, toBase64(roots.get(at) ?? new Uint8Array(0)), toBase64(root))
    }
  }

  private watchCount() {
    const { count, size } = this.count
    const before = this.countedSize
    if (size < before) this.violations.push(`the count fell from that of ${before} entries to ${size}`)
    this.countedSize = size
    if (size > this.checkpoints.at(-1)!.size) this.violations.push('the count is ahead of the checkpoint')
    this.expect(`count of ${size}`, count, this.standing(size))
  }
  private countedSize = 0

  private watchDays() {
    const { days } = this
    const counted = withEntries(NO_DAYS, this.entries.slice(0, days.size))
    this.expect(`days of ${days.size}`, JSON.stringify(days), JSON.stringify(counted))
  }

  /** A name that is there stays, marked or erased for good. */
  private watchNames(items: readonly NamesItem[]) {
    for (const item of items) {
      const before = this.names.get(item.index)
      const back =
        before &&
        (('erased' in before && !('erased' in item)) || (isAnnulled(before) && isAnnulled(item) === false))
      if (back) this.violations.push(`the name of ${item.index} came back`)
    }
    const file = namesFileOf(items[0]?.index ?? 0)
    const indices = new Set(items.map((item) => item.index))
    for (const index of this.names.keys()) {
      if (namesFileOf(index) === file && !indices.has(index))
        this.violations.push(`the name of ${index} is lost`)
    }
    for (const item of items) this.names.set(item.index, item)
  }

  private body(key: string): Uint8Array {
    return this.objects.objects.get(key)?.body ?? new Uint8Array(0)
  }

  private expect(what: string, actual: unknown, expected: unknown) {
    if (actual !== expected) this.violations.push(`${what}: ${actual} instead of ${expected}`)
  }
}

/** Undefined where the name is erased. */
function isAnnulled(item: NamesItem): boolean | undefined {
  return 'erased' in item ? undefined : item.annulled === true
}

const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, message, key, signature)
}
