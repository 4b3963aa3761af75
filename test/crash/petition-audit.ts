import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { namesKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE, type NameEntry, parseNames } from '../../shared/log/names'
import { annulmentKey } from '../../shared/log/row-key'
import type { CountView } from '../../shared/petition/view'
import { fullName, type PersonName } from '../../shared/signing/person-name'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { eventsOf } from '../support/journeys/petition-view'
import type { Site } from '../support/journeys/site'
import type { Acknowledged } from './crowd'
import type { Annulled } from './office'
import type { Collecting } from './petitions'
import { checkPlaces, decisiveRow, type Row, rowsOf, standing } from './rows'
import type { Violations } from './violations'

export interface Audited {
  readonly site: Site
  readonly db: DynamoDBClient
  readonly acknowledged: readonly Acknowledged[]
  readonly annulled: readonly Annulled[]
  readonly violations: Violations
}

/**
 * What must be true of a petition once all has settled: each acknowledged signature has one place, places are
 * dense, and count, names and threshold are those of the rows.
 * @returns its rows by their place
 */
export async function auditPetition(audited: Audited, petition: Collecting): Promise<readonly Row[]> {
  const { db, violations } = audited
  const rows = await rowsOf(db, petition.id)
  checkPlaces(petition.id, rows, violations)
  checkAcknowledged(audited, petition, rows)
  checkAnnulled(audited, petition, rows)
  await violations.during(`count of ${petition.id}`, () => checkCount(audited, petition, rows))
  await violations.during(`names of ${petition.id}`, () => checkNames(audited, petition, rows))
  return rows
}

function checkAcknowledged(
  { acknowledged, violations }: Audited,
  petition: Collecting,
  rows: readonly Row[],
): void {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  for (const { id, petitionId, confirmedAt, person } of acknowledged) {
    if (petitionId !== petition.id) continue
    const row = byKey.get(parseSignatureId(id)?.personKey ?? '')
    violations.check(
      row?.confirmedAt === confirmedAt,
      () =>
        `resident ${person} was told ${id} of ${confirmedAt}; the row says ${row?.confirmedAt ?? 'nothing'}`,
    )
  }
}

function checkAnnulled({ annulled, violations }: Audited, petition: Collecting, rows: readonly Row[]): void {
  const grounds = new Map(rows.map(({ key, ground }) => [key, ground]))
  for (const { petitionId, targets, ground } of annulled) {
    for (const target of petitionId === petition.id ? targets : []) {
      const found = grounds.get(annulmentKey(target))
      violations.check(
        found === ground,
        () =>
          `signature ${target} of ${petitionId} was annulled as ${ground}; the row says ${found ?? 'nothing'}`,
      )
    }
  }
}

async function checkCount(
  { site, violations }: Audited,
  { id, threshold }: Collecting,
  rows: readonly Row[],
) {
  const count = standing(rows)
  const decisive = decisiveRow(rows, threshold)
  const published = (await site.get(`/api/v1/petitions/${id}/count`)).accepted<CountView>()
  const view = await site.petition(id)
  const shown = {
    'the count': [published.count, count],
    'the size beside the count': [published.size, rows.length],
    'the count in the petition': [view.count, count],
    'the size in the petition': [view.log?.size, rows.length],
    'the number of annulments in the ledger': [
      view.annulments.reduce((sum, { number }) => sum + number, 0),
      rows.length - rows.filter(({ kind }) => kind === 'signature').length,
    ],
    'the number of threshold events': [eventsOf(view, 'threshold-reached').length, decisive ? 1 : 0],
    'the threshold’s time': [view.thresholdReachedAt, decisive?.confirmedAt],
  }
  for (const [what, [found, expected]] of Object.entries(shown)) {
    violations.check(found === expected, () => `${what} of ${id} is ${found} instead of ${expected}`)
  }
}

/** The files hold the name of each signature at its place, and nothing else. */
async function checkNames({ site, violations }: Audited, { id }: Collecting, rows: readonly Row[]) {
  const names = new Map<number, NameEntry>()
  for (let file = 0; file < Math.ceil(rows.length / NAMES_PER_FILE); file++) {
    const { status, text } = await site.get(`/${namesKey(id, file)}`)
    if (status !== 200) throw new Error(`file ${file} answers ${status}`)
    for (const entry of parseNames(text)) names.set(entry.index, entry)
  }
  const signatures = rows.filter(({ kind }) => kind === 'signature')
  const annulled = new Set(rows.flatMap(({ target, kind }) => (kind === 'annulment' ? [target] : [])))
  for (const row of signatures) {
    const entry = names.get(row.index ?? -1)
    const name = fullName(row as PersonName)
    violations.check(
      entry?.name === name,
      () => `name ${row.index} of ${id} is ${entry ? 'another’s' : 'missing'} (row ${row.key})`,
    )
    violations.check(
      (entry?.annulled ?? false) === annulled.has(row.index),
      () => `name ${row.index} of ${id} is wrongly shown as ${entry?.annulled ? 'annulled' : 'standing'}`,
    )
  }
  violations.check(
    names.size === signatures.length,
    () => `${names.size} names of ${id} for ${signatures.length} signatures`,
  )
}
