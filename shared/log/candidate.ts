import type { Instant } from '../calendar/day'
import { fullName, type PersonName } from '../signing/person-name'
import type { Candidate } from './leaf'

/** A signature's row as it was found: anything may be missing in a damaged one. */
export interface SignatureRow {
  readonly key: string
  readonly person?: PersonName
  readonly confirmedAt?: Instant
  readonly nameSalt?: Uint8Array
  readonly index?: number
  readonly quarantined?: string
}

/** Why a row cannot be sequenced; stable words for the row, the metric and the runbook. */
export type Flaw = 'no-name' | 'no-time' | 'no-salt' | 'after-close' | 'not-collecting'

/** What of the petition decides whether a row may be counted. */
export interface Collection {
  readonly publishedAt?: Instant
  readonly closesAt?: Instant
}

/** The row as a candidate, or the flaw that keeps it out of the log. */
export function examine(row: SignatureRow, collection: Collection): Candidate | Flaw {
  const { key, person, confirmedAt, nameSalt } = row
  if (!person?.surname || !person.givenName) return 'no-name'
  if (confirmedAt === undefined || !isInstant(confirmedAt)) return 'no-time'
  if (nameSalt?.length !== 32) return 'no-salt'
  if (collection.publishedAt === undefined || collection.closesAt === undefined) return 'not-collecting'
  if (confirmedAt > collection.closesAt) return 'after-close'
  return { key, name: fullName(person), confirmedAt, nameSalt }
}

/** Rows that no batch holds yet and nobody has set aside. */
export function isWaiting(row: SignatureRow): boolean {
  return row.index === undefined && row.quarantined === undefined
}

// Instants are compared as text, which is right only for this one form.
function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text))
}
