import { dayOf, type Instant } from '../calendar/day'
import { fullName, type PersonName } from '../signing/person-name'
import { utf8 } from '../tlog/bytes'
import { isAnnulmentGround } from './annulment'
import type { Candidate } from './leaf'
import { providerLevelIn } from './levels'
import { annulmentKey, erasureKey, kindOfKey, nullifierOf } from './row-key'

/** A row that asks for an entry, as it was found: anything may be missing in a damaged one. */
export interface LogRow {
  /** Its sort key, which says what it asks for (`row-key.ts`). */
  readonly key: string
  readonly index?: number
  readonly quarantined?: string
  /** When a signature was confirmed. */
  readonly confirmedAt?: Instant
  readonly person?: PersonName
  readonly nameSalt?: Uint8Array
  readonly personSalt?: Uint8Array
  /** How its signer was identified. */
  readonly level?: string
  /** When an annulment or erasure was asked for. */
  readonly at?: Instant
  /** Index of the signature that it is about. */
  readonly target?: number
  readonly ground?: string
}

/** What a commitment's length prefix can tell. */
const MOST_BYTES = 0xffff

/** Why a row cannot be sequenced; stable words for the row, the metric and the runbook. */
export type Flaw =
  | 'no-key'
  | 'no-name'
  | 'no-time'
  | 'no-salt'
  | 'no-target'
  | 'no-ground'
  | 'after-close'
  | 'not-collecting'
  | 'no-such-signature'
  | 'annulled-before'

/** What of the petition decides whether a row may be counted. */
export interface Collection {
  readonly publishedAt?: Instant
  readonly closesAt?: Instant
}

/** The row as a candidate, or the flaw that keeps it out of the log. */
export function examine(row: LogRow, collection: Collection): Candidate | Flaw {
  if (collection.publishedAt === undefined || collection.closesAt === undefined) return 'not-collecting'
  const kind = kindOfKey(row.key)
  if (kind === 'signature') return examineSignature(row, collection.closesAt)
  const { key, at, target, ground } = row
  const rightKey = kind === 'annulment' ? annulmentKey : erasureKey
  if (target === undefined || !isIndex(target) || key !== rightKey(target)) return 'no-target'
  if (at === undefined || !isInstant(at)) return 'no-time'
  if (kind === 'erasure') return { kind, key, at, target }
  return ground !== undefined && isAnnulmentGround(ground) ? { kind, key, at, target, ground } : 'no-ground'
}

function examineSignature(row: LogRow, closesAt: Instant): Candidate | Flaw {
  const { key, person, confirmedAt: at, nameSalt, personSalt } = row
  const nullifier = nullifierOf(key)
  if (nullifier === undefined) return 'no-key'
  if (!person?.surname || !person.givenName) return 'no-name'
  const name = fullName(person)
  if (utf8(name).length > MOST_BYTES) return 'no-name'
  if (at === undefined || !isInstant(at)) return 'no-time'
  if (nameSalt?.length !== 32 || personSalt?.length !== 32) return 'no-salt'
  if (at > closesAt) return 'after-close'
  const level = providerLevelIn(row.level)
  const signature = {
    kind: 'signature',
    key,
    at,
    name,
    date: dayOf(at),
    nameSalt,
    personSalt,
    nullifier,
  } as const
  return level === undefined ? signature : { ...signature, level }
}

/** Rows that no batch holds yet and nobody has set aside. */
export function isWaiting(row: LogRow): boolean {
  return row.index === undefined && row.quarantined === undefined
}

// Instants are compared as text, which is right only for this one form; and no entry may bear a day that is none.
function isInstant(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text)) return false
  const moment = Date.parse(text)
  return !Number.isNaN(moment) && new Date(moment).toISOString() === text
}

function isIndex(target: number): boolean {
  return Number.isSafeInteger(target) && target >= 0
}
