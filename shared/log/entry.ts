import { fromBase64, textOf, toBase64, utf8 } from '../tlog/bytes'
import { HASH_BYTES } from '../tlog/hash'

/** UTC to the minute, e.g. `2026-11-21T10:04Z`. */
export type LogTime = string

/** A person's signature: what was signed, when, and commitments to the name shown and to the person. */
export interface SignatureEntry {
  readonly kind: 'signature'
  readonly time: LogTime
  /** SHA-256 of the exact text that was signed. */
  readonly text: Uint8Array
  /** See `commitment.ts`. */
  readonly name: Uint8Array
  readonly person: Uint8Array
}

/** The signature at `index` no longer counts. */
export interface AnnulmentEntry {
  readonly kind: 'annulment'
  readonly time: LogTime
  readonly index: number
  /** Code of `annulment.ts`; a reader may meet a code that it does not know yet. */
  readonly ground: string
}

/** Name and salts of the signature at `index` are no longer kept; it counts as before. */
export interface ErasureEntry {
  readonly kind: 'erasure'
  readonly time: LogTime
  readonly index: number
}

export type LogEntry = SignatureEntry | AnnulmentEntry | ErasureEntry

/** Bytes that are no entry of a petition's log. */
export class BadEntry extends Error {
  override readonly name = 'BadEntry'
}

/** Lines after `viche/<kind>/v1`, in their order. */
const LINES = {
  signature: ['time', 'text', 'name', 'person'],
  annulment: ['time', 'index', 'ground'],
  erasure: ['time', 'index'],
} as const

export function timeOf(instant: string): LogTime {
  return `${instant.slice(0, 16)}Z`
}

/** The entry as UTF-8 lines `viche/<kind>/v1`, `time …` and so on, each ended by a newline. */
export function encodeEntry(entry: LogEntry): Uint8Array {
  const values = valuesOf(entry)
  const lines = LINES[entry.kind].map((label, place) => `${label} ${values[place]}\n`)
  return utf8(`viche/${entry.kind}/v1\n${lines.join('')}`)
}

function valuesOf(entry: LogEntry): string[] {
  if (entry.kind === 'signature') {
    return [entry.time, toBase64(entry.text), toBase64(entry.name), toBase64(entry.person)]
  }
  const about = [entry.time, String(entry.index)]
  return entry.kind === 'annulment' ? [...about, entry.ground] : about
}

/**
 * Reads an entry in its one spelling.
 * @throws BadEntry for anything else
 */
export function parseEntry(bytes: Uint8Array): LogEntry {
  const [header = '', ...lines] = linesOf(bytes)
  const kind = /^viche\/(signature|annulment|erasure)\/v1$/.exec(header)?.[1] as LogEntry['kind'] | undefined
  if (kind === undefined) throw new BadEntry('not a kind of entry that is known')
  const labels: readonly string[] = LINES[kind]
  const values = labels.map((label, place) => valueIn(lines[place], label))
  if (lines.length !== labels.length)
    throw new BadEntry(`an entry of this kind has ${labels.length + 1} lines`)
  const [time = '', second = '', third = '', fourth = ''] = values
  if (!isLogTime(time)) throw new BadEntry('the time is no minute in UTC')
  if (kind === 'signature') {
    return { kind, time, text: hashIn(second), name: hashIn(third), person: hashIn(fourth) }
  }
  const index = indexIn(second)
  if (kind === 'erasure') return { kind, time, index }
  if (!/^[a-z]+(-[a-z]+)*$/.test(third)) throw new BadEntry('the ground is no code')
  return { kind, time, index, ground: third }
}

function linesOf(bytes: Uint8Array): string[] {
  const text = decode(bytes)
  if (!text.endsWith('\n')) throw new BadEntry('the last line is not ended')
  return text.slice(0, -1).split('\n')
}

function decode(bytes: Uint8Array): string {
  try {
    return textOf(bytes)
  } catch {
    throw new BadEntry('not UTF-8')
  }
}

function valueIn(line: string | undefined, label: string): string {
  if (!line?.startsWith(`${label} `)) throw new BadEntry(`no line “${label}” where it belongs`)
  return line.slice(label.length + 1)
}

function isLogTime(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/.test(text)) return false
  const moment = Date.parse(text)
  // February has no 30th, which Date would take for the 1st or 2nd of March.
  return !Number.isNaN(moment) && timeOf(new Date(moment).toISOString()) === text
}

function hashIn(text: string): Uint8Array {
  let bytes: Uint8Array
  try {
    bytes = fromBase64(text)
  } catch {
    throw new BadEntry('a hash is not base64')
  }
  if (bytes.length !== HASH_BYTES) throw new BadEntry('a hash has not 32 bytes')
  return bytes
}

function indexIn(text: string): number {
  const index = Number(text)
  if (!/^(?:0|[1-9]\d*)$/.test(text) || !Number.isSafeInteger(index)) throw new BadEntry('no index')
  return index
}
