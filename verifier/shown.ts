import type { Instant } from '../shared/calendar/day'
import { countKey } from '../shared/log/addresses'
import { timeOf } from '../shared/log/entry'
import type { Decisive, Published } from './entries'
import type { Findings } from './findings'
import type { Reader } from './reader'
import { LIMITS } from './source'

/** What of `GET /api/v1/petitions/{id}` the log can be held against. */
export interface ShownPetition {
  readonly title: string
  readonly text: string
  readonly count: number
  readonly threshold: number
  readonly publishedAt?: Instant
  readonly closesAt?: Instant
  readonly thresholdReachedAt?: Instant
  /** Entries that the page knew of. */
  readonly size?: number
}

export interface ShownCount {
  readonly count: number
  readonly size: number
}

export interface Shown {
  readonly petition?: ShownPetition
  readonly count?: ShownCount
}

export function petitionPath(petitionId: string): string {
  return `api/v1/petitions/${petitionId}`
}

/** Reads what the site shows of a petition. */
export async function readShown(reader: Reader, petitionId: string, findings: Findings): Promise<Shown> {
  const [petition, count] = await Promise.all([
    reader.text(petitionPath(petitionId), LIMITS.json),
    reader.text(countKey(petitionId), LIMITS.json),
  ])
  const shownPetition = petition === undefined ? undefined : petitionIn(petition)
  const shownCount = count === undefined ? undefined : countIn(count)
  const [petitionAt, countAt] = [{ path: petitionPath(petitionId) }, { path: countKey(petitionId) }]
  if (!shownPetition)
    findings.add(petition === undefined ? 'petition-missing' : 'petition-malformed', petitionAt)
  if (!shownCount) findings.add(count === undefined ? 'count-missing' : 'count-malformed', countAt)
  return { ...(shownPetition && { petition: shownPetition }), ...(shownCount && { count: shownCount }) }
}

/** What the log counted. */
export interface Counted {
  readonly size: number
  readonly count: number
  /** At a size that was asked for. */
  readonly countAt: (size: number) => number | undefined
  readonly decisive: readonly Decisive[]
}

/** Holds the numbers that people see against what the log counts. */
export function checkShown(
  { petition, count }: Shown,
  petitionId: string,
  log: Counted,
  findings: Findings,
): void {
  if (count) checkCount(countKey(petitionId), count, log, findings)
  if (!petition) return
  if (petition.size !== undefined && petition.size <= log.size) {
    checkCount(petitionPath(petitionId), { count: petition.count, size: petition.size }, log, findings)
  }
  checkThreshold(petition, log, findings)
}

function checkCount(path: string, { count, size }: ShownCount, log: Counted, findings: Findings): void {
  const counted = log.countAt(size)
  if (size > log.size) findings.add('count-ahead', { path, shown: count, size, now: log.size })
  else if (counted !== undefined && counted !== count) {
    findings.add('count-differs', { path, shown: count, counted, size })
  } else if (!findings.has('count-agrees')) findings.add('count-agrees', { count, size })
}

function checkThreshold(petition: ShownPetition, log: Counted, findings: Findings): void {
  const { threshold, thresholdReachedAt: shown, size = 0 } = petition
  const [first] = log.decisive
  if (shown === undefined) {
    // After annulments the council may have let the collection go on.
    if (!first) findings.add('threshold-not-met', { count: log.count, threshold })
    else if (first.index < size && petition.count >= threshold) {
      findings.add('threshold-unshown', { index: first.index, at: first.time, threshold })
    }
    return
  }
  const met = log.decisive.find(({ time }) => time === timeOf(shown))
  if (met) findings.add('threshold-agrees', { index: met.index, at: met.time, threshold })
  else if (first) findings.add('threshold-differs', { index: first.index, at: first.time, shown })
  else findings.add('threshold-claimed', { shown, count: log.count, threshold })
}

/** What entries must keep to, from what is shown. */
export function publishedOf(
  petition: ShownPetition | undefined,
  textHash: (text: string) => Uint8Array,
): Published {
  if (!petition) return {}
  const { text, threshold, publishedAt, closesAt } = petition
  return {
    textHash: textHash(text),
    threshold,
    ...(publishedAt !== undefined && { publishedAt }),
    ...(closesAt !== undefined && { closesAt }),
  }
}

function petitionIn(json: string): ShownPetition | undefined {
  const shown = objectIn(json)
  if (!shown) return undefined
  const { title, text, count, threshold, log } = shown
  if (typeof title !== 'string' || typeof text !== 'string' || !isCount(count) || !isCount(threshold))
    return undefined
  const size = isObject(log) && isCount(log.size) ? { size: log.size } : {}
  const instants = ['publishedAt', 'closesAt', 'thresholdReachedAt'].filter((name) => isInstant(shown[name]))
  return {
    title,
    text,
    count,
    threshold,
    ...size,
    ...Object.fromEntries(instants.map((name) => [name, shown[name]])),
  }
}

function countIn(json: string): ShownCount | undefined {
  const { count, size } = objectIn(json) ?? {}
  return isCount(count) && isCount(size) ? { count, size } : undefined
}

function objectIn(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isInstant(value: unknown): value is Instant {
  return (
    typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) && !Number.isNaN(Date.parse(value))
  )
}
