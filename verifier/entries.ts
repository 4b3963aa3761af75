import type { Instant } from '../shared/calendar/day'
import {
  type AnnulmentEntry,
  type ErasureEntry,
  type LogEntry,
  type LogTime,
  parseEntry,
  type SignatureEntry,
  timeOf,
} from '../shared/log/entry'
import { equalBytes } from '../shared/tlog/bytes'
import { Duplicates } from './duplicates'
import type { Findings } from './findings'
import { Signers } from './signers'

/** What the petition's page says that its entries must keep to. */
export interface Published {
  readonly textHash?: Uint8Array
  readonly publishedAt?: Instant
  readonly closesAt?: Instant
  readonly threshold?: number
}

/** The entry with which the number of signatures that count came to the threshold. */
export interface Decisive {
  readonly index: number
  readonly time: LogTime
}

/** Further back than sequencing late what was confirmed in time explains. */
const BACK_MINUTES = 60
const MINUTE_MS = 60_000

/** Reads the entries of a log in their order and keeps what the other checks need. */
export class Entries {
  readonly signers = new Signers()
  /** Commitments of the signatures, in their order. */
  readonly persons = new Duplicates()
  readonly seals = new Duplicates()
  /** The first time the threshold was met; and each later one, after annulments. */
  readonly decisive: Decisive[] = []
  /** Signatures that count after so many entries, for the sizes asked for. */
  readonly countAt = new Map<number, number>()
  private latest = 0
  /** Latest time among the entries so far, and whose it is. */
  private youngest: Decisive = { index: 0, time: '' }
  readonly youngestAt = new Map<number, Decisive>()

  constructor(
    private readonly findings: Findings,
    private readonly published: Published,
    private readonly wanted: ReadonlySet<number>,
  ) {
    this.remember()
  }

  /** @returns the entry, where it is one */
  append(bytes: Uint8Array): LogEntry | undefined {
    const index = this.signers.size
    const entry = this.parse(bytes, index)
    if (entry) this.take(entry, index)
    else this.signers.addUnknown()
    this.remember()
    return entry
  }

  /** An entry whose file could not be read. */
  appendUnknown(): void {
    this.signers.addUnknown()
    this.remember()
  }

  private parse(bytes: Uint8Array, index: number): LogEntry | undefined {
    try {
      return parseEntry(bytes)
    } catch {
      this.findings.add('entry-malformed', { index })
      return undefined
    }
  }

  private take(entry: LogEntry, index: number): void {
    this.checkTime(entry.time, index)
    if (entry.kind === 'signature') this.takeSignature(entry, index)
    else this.takeOther(entry, index)
  }

  private takeOther(entry: AnnulmentEntry | ErasureEntry, index: number): void {
    this.signers.addOther()
    const { index: target } = entry
    const outcome = entry.kind === 'annulment' ? this.signers.annul(target) : this.signers.erase(target)
    if (outcome === 'nothing') this.findings.add(`${entry.kind}-of-nothing`, { index, target })
    if (outcome === 'repeated') this.findings.add(`${entry.kind}-repeated`, { index, target })
  }

  private takeSignature({ time, text, name, person }: SignatureEntry, index: number): void {
    const { textHash, publishedAt, closesAt, threshold } = this.published
    this.signers.addSignature()
    this.seals.add(name)
    this.persons.add(person)
    if (textHash && !equalBytes(text, textHash)) {
      this.findings.add('text-differs', { index })
    }
    if (closesAt && time > timeOf(closesAt)) this.findings.add('entry-after-close', { index, closesAt })
    if (publishedAt && time < timeOf(publishedAt)) {
      this.findings.add('entry-before-publication', { index, publishedAt })
    }
    if (this.signers.count === threshold) this.decisive.push({ index, time })
  }

  private checkTime(time: LogTime, index: number): void {
    const at = Date.parse(time)
    const minutes = Math.round((this.latest - at) / MINUTE_MS)
    if (minutes > BACK_MINUTES) this.findings.add('time-goes-back', { index, minutes })
    if (at <= this.latest) return
    this.latest = at
    this.youngest = { index, time }
  }

  private remember(): void {
    const { size, count } = this.signers
    if (!this.wanted.has(size)) return
    this.countAt.set(size, count)
    this.youngestAt.set(size, this.youngest)
  }
}
