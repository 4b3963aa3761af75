import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { rawPublicKey, verifyEd25519 } from '../../functions/adapters/ed25519'
import { sha256 } from '../../functions/adapters/sha256'
import { nameCommitment, textHash } from '../../shared/log/commitment'
import { encodeEntry, type LogEntry, timeOf } from '../../shared/log/entry'
import { encodeBundle } from '../../shared/tlog/bundle'
import { toBase64, utf8 } from '../../shared/tlog/bytes'
import { checkpointText } from '../../shared/tlog/checkpoint'
import { type Edge, grow } from '../../shared/tlog/growth'
import { emptyRoot, leafHash } from '../../shared/tlog/hash'
import { formatVerifierKey, signatureLine, type VerifierKey, verifierKey } from '../../shared/tlog/note'
import { proveInclusion } from '../../shared/tlog/prove'
import { bundlePath, bundleWidth, TILE_WIDTH, tilePath } from '../../shared/tlog/tile'
import { formatTlogProof } from '../../shared/tlog/tlog-proof'
import { kyivDayOf } from '../../verifier/kyiv-day'
import { FileTooLarge, type LogSource } from '../../verifier/source'
import { stampsBy } from '../../verifier/time-stamps'
import type { Tools } from '../../verifier/tools'

export const TEXT = 'Облаштувати пішохідний перехід біля школи № 7'
export const PETITION = 'q2w3e4r5t6'
export const HOST = 'petitions.example'
const BEGINNING = Date.parse('2026-11-20T08:00:00.000Z')

export const tools: Tools = { sha256, verifyEd25519, stampsBy }

interface Name {
  readonly index: number
  readonly name: string
  readonly date: string
  readonly salt: string
  readonly annulled?: true
}
type Line = Name | { readonly index: number; readonly erased: true }

/** A petition's log as a site publishes it, in memory: grown entry by entry, published whenever a test says so. */
export class BuiltLog {
  readonly files = new Map<string, Uint8Array>()
  readonly entries: LogEntry[] = []
  readonly names: Line[] = []
  readonly signer: KeyObject
  readonly key: VerifierKey
  readonly siteKey: VerifierKey
  private tree: { size: number; root: Uint8Array; edge: Edge } = {
    size: 0,
    root: emptyRoot(sha256),
    edge: new Map(),
  }

  constructor(
    readonly petitionId = PETITION,
    readonly threshold = 100,
    readonly pair = generateKeyPairSync('ed25519'),
  ) {
    this.signer = pair.privateKey
    const publicKey = rawPublicKey(pair.publicKey)
    this.key = verifierKey(sha256, `${HOST}/log/${petitionId}`, publicKey)
    this.siteKey = verifierKey(sha256, `${HOST}/log`, publicKey)
  }

  get count(): number {
    const of = (kind: string) => this.entries.filter((entry) => entry.kind === kind).length
    return of('signature') - of('annulment')
  }

  get checkpoint(): string {
    return this.text(`log/${this.petitionId}/checkpoint`)
  }

  text(path: string): string {
    return new TextDecoder().decode(this.files.get(path))
  }

  json<T>(path: string): T {
    return JSON.parse(this.text(path)) as T
  }

  put(path: string, body: string | Uint8Array | object): void {
    const bytes = typeof body === 'string' ? utf8(body) : body
    this.files.set(path, bytes instanceof Uint8Array ? bytes : utf8(JSON.stringify(bytes)))
  }

  at(path: string): string {
    return `log/${this.petitionId}/${path}`
  }

  /** Entries made `n` minutes apart, so that a long log spans some days. */
  timeAt(index: number): string {
    return new Date(BEGINNING + index * 60_000).toISOString()
  }

  sign(n = 1): this {
    for (let i = 0; i < n; i++) {
      const index = this.entries.length
      const time = timeOf(this.timeAt(index))
      const salt = sha256(utf8(`${this.petitionId} salt ${index}`))
      const name = `Підписант ${index} Іванович`
      const date = kyivDayOf(time)
      this.names.push({ index, name, date, salt: toBase64(salt) })
      this.entries.push({
        kind: 'signature',
        time,
        text: textHash(sha256, TEXT),
        name: nameCommitment(sha256, salt, name, date),
        person: sha256(utf8(`${this.petitionId} person ${index}`)),
      })
    }
    return this
  }

  annul(target: number): this {
    this.add({ kind: 'annulment', time: this.now, index: target, ground: 'own-request' })
    this.change(target, (line) => ({ ...line, annulled: true }))
    return this
  }

  erase(target: number): this {
    this.add({ kind: 'erasure', time: this.now, index: target })
    this.change(target, ({ index }) => ({ index, erased: true }))
    return this
  }

  add(entry: LogEntry): this {
    this.entries.push(entry)
    return this
  }

  change(target: number, to: (line: Name) => Line): void {
    const place = this.names.findIndex(({ index }) => index === target)
    if (place >= 0) this.names[place] = to(this.names[place] as Name)
  }

  get now(): string {
    return timeOf(this.timeAt(this.entries.length))
  }

  /** Writes everything that a site has of the log as it is now. */
  publish(): this {
    const { size } = this.tree
    const encoded = this.entries.map(encodeEntry)
    this.tree = grow(
      sha256,
      size,
      this.tree.edge,
      encoded.slice(size).map((entry) => leafHash(sha256, entry)),
    )
    const { tiles } = this.tree as unknown as ReturnType<typeof grow>
    for (const { tile, bytes } of tiles) this.put(this.at(tilePath(tile)), bytes)
    for (let file = Math.floor(size / TILE_WIDTH); file * TILE_WIDTH < encoded.length; file++) {
      const entries = encoded.slice(file * TILE_WIDTH, (file + 1) * TILE_WIDTH)
      this.put(this.at(bundlePath(file, bundleWidth(encoded.length, file))), encodeBundle(entries))
    }
    this.publishNames()
    this.publishShown()
    this.put(this.at('checkpoint'), this.signed(this.tree.size, this.tree.root))
    this.put('log/verifier-key', `${formatVerifierKey(this.siteKey)}\n`)
    this.put(this.at('verifier-key'), `${formatVerifierKey(this.key)}\n`)
    return this
  }

  publishNames(): void {
    for (let file = 0; file * TILE_WIDTH < this.entries.length; file++) {
      const lines = this.names.filter(({ index }) => Math.floor(index / TILE_WIDTH) === file)
      this.put(this.at(`names/${file}`), lines)
    }
  }

  publishShown(): void {
    const { count, threshold } = this
    const size = this.entries.length
    const path = `api/v1/petitions/${this.petitionId}`
    const decisive = this.entries.findIndex((_, place) => this.countBefore(place + 1) === threshold)
    this.put(`${path}/count`, { count, threshold, size, updatedAt: this.timeAt(size) })
    this.put(path, {
      ...{ id: this.petitionId, title: 'Перехід біля школи', text: TEXT, count, threshold },
      publishedAt: '2026-11-20T07:00:00.000Z',
      closesAt: '2027-02-18T21:59:59.999Z',
      ...(decisive >= 0 && { thresholdReachedAt: this.timeAt(decisive) }),
      log: { origin: this.key.name, size },
    })
  }

  /** A checkpoint with the platform's two signature lines. */
  signed(size: number, root: Uint8Array, origin = this.key.name): string {
    const text = checkpointText({ origin, size, root })
    const signature = sign(null, utf8(text), this.signer)
    return `${text}\n${signatureLine(this.key, signature)}${signatureLine(this.siteKey, signature)}`
  }

  get root(): Uint8Array {
    return this.tree.root
  }

  async receipt(index: number): Promise<string> {
    const { size } = this.tree
    const read = async (tile: Parameters<typeof tilePath>[0]) => this.files.get(this.at(tilePath(tile)))!
    const proof = await proveInclusion(sha256, { index, size }, read)
    return formatTlogProof({
      extra: encodeEntry(this.entries[index]!),
      index,
      proof,
      checkpoint: this.checkpoint,
    })
  }

  /** Publishes a time stamp over the present checkpoint, made by `stamp`. */
  stamp(stamp: (data: Uint8Array) => Uint8Array): void {
    const { size } = this.tree
    const checkpoint = this.files.get(this.at('checkpoint'))!
    const index = this.at('stamped/index')
    const items = this.files.has(index) ? this.json<{ items: object[] }>(index).items : []
    this.put(this.at(`stamped/${size}`), checkpoint)
    this.put(this.at(`stamped/${size}.tsr`), stamp(checkpoint))
    this.put(index, { items: [...items, { size, at: this.timeAt(size) }] })
  }

  get source(): LogSource {
    return sourceOf(this.files)
  }

  private countBefore(size: number): number {
    const before = this.entries.slice(0, size)
    return before.reduce(
      (sum, { kind }) => sum + (kind === 'signature' ? 1 : kind === 'annulment' ? -1 : 0),
      0,
    )
  }
}

export function sourceOf(files: ReadonlyMap<string, Uint8Array>): LogSource {
  return {
    async get(path, limit) {
      const bytes = files.get(path)
      if (bytes && bytes.length > limit) throw new FileTooLarge(path)
      return bytes
    },
  }
}
