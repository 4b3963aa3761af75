import { createHash } from 'node:crypto'
import type { AnnulmentDraft, AnnulmentPreview, AnnulmentProgress } from '../../shared/http/annulment'
import { indicesOf, numbersOf } from '../../shared/http/signature-numbers'
import { namesKey } from '../../shared/log/addresses'
import { type NameEntry, namesFileOf, parseNames } from '../../shared/log/names'
import { rangesOf } from '../../shared/petition/ledger'
import { ANNULLABLE, type Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import type { StaffMember } from '../../shared/staff/staff-member'
import { inParallel } from '../in-parallel'
import type { AnnulmentAction, AnnulmentRow, AnnulmentStore } from '../ports/annulment-store'
import type { Clock } from '../ports/clock'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionRecord, PetitionStore } from '../ports/petition-store'
import { actorOf } from './staff-action'

export interface AnnulDeps {
  readonly clock: Clock
  readonly petitions: Pick<PetitionStore, 'loadRecord'>
  readonly annulments: AnnulmentStore
  readonly objects: Pick<ObjectStore, 'get'>
}

/**
 * Whose signatures a staff member would annul and what would be left; nothing is written. `act`: one that was begun
 * and is to be completed, whose own rows stand in nobody's way.
 * @throws DomainError `petition-not-found`, `forbidden`, `wrong-status`, and `invalid-body` with `no-such-signature`
 *   or `already-annulled` and their numbers
 */
export async function previewAnnulment(
  deps: AnnulDeps,
  member: StaffMember,
  petitionId: string,
  draft: AnnulmentDraft,
  act?: string,
): Promise<AnnulmentPreview> {
  const { record } = await admitted(deps, member, petitionId)
  return (await examine(deps, record, draft, act)).preview
}

/**
 * Orders the annulments that a preview showed: the act is recorded, then a row for each signature, which the log
 * takes up by itself. The same request again completes what a failure left undone, and changes nothing else.
 * @throws DomainError as `previewAnnulment`; `preview-changed` where the digest is not that of the preview now,
 *   `annulment-incomplete` where not all rows could be written
 */
export async function annulSignatures(
  deps: AnnulDeps,
  member: StaffMember,
  petitionId: string,
  { digest, ...draft }: AnnulmentDraft & { readonly digest: string },
): Promise<void> {
  const { record, by } = await admitted(deps, member, petitionId)
  const { targets, preview } = await examine(deps, record, draft, digest)
  if (preview.digest !== digest) throw new DomainError('preview-changed')
  const action = await deps.annulments.record(petitionId, {
    id: digest,
    at: deps.clock.now(),
    by,
    ground: draft.ground,
    ...(draft.explanation !== undefined && { explanation: draft.explanation }),
    targets: rangesOf(targets),
    number: targets.length,
  })
  const failed = await deps.annulments.add(petitionId, action, targets)
  if (failed.length > 0) throw new DomainError('annulment-incomplete', { retryAfter: 5 })
}

/** The petition, and the member in the role that lets them annul on it now. */
async function admitted(deps: AnnulDeps, member: StaffMember, petitionId: string) {
  const record = await deps.petitions.loadRecord(petitionId)
  if (!record) throw new DomainError('petition-not-found')
  const by = actorOf(member, record.petition, 'annul')
  if (!ANNULLABLE.includes(record.petition.status)) throw new DomainError('wrong-status')
  return { record, by }
}

/** Every act on a petition, newest first, and how far each has come in a log of `applied` entries. */
export async function annulmentsInProgress(
  { annulments }: Pick<AnnulDeps, 'annulments'>,
  petitionId: string,
  applied: number,
): Promise<AnnulmentProgress[]> {
  const actions = await annulments.actions(petitionId)
  if (actions.length === 0) return []
  const rows = Map.groupBy(await annulments.rows(petitionId), (row) => row.action)
  return actions.map((action) => progressOf(action, rows.get(action.id) ?? [], applied))
}

function progressOf(
  action: AnnulmentAction,
  rows: readonly AnnulmentRow[],
  applied: number,
): AnnulmentProgress {
  const { id, at, by, ground, explanation, targets, number } = action
  return {
    id,
    at,
    by: by.role,
    ground,
    ...(explanation !== undefined && { explanation }),
    signatures: numbersOf(targets),
    number,
    written: rows.length,
    inLog: rows.filter((row) => isApplied(row, applied)).length,
  }
}

/** Whether the count has it. */
function isApplied({ index }: AnnulmentRow, applied: number): boolean {
  return index !== undefined && index < applied
}

/** The signatures of a draft; those of the act `own` count as not annulled yet. */
async function examine(
  deps: AnnulDeps,
  { petition, log }: PetitionRecord,
  draft: AnnulmentDraft,
  own?: string,
) {
  const targets = indicesOf(draft.signatures)
  const within = { from: targets[0]!, to: targets.at(-1)! }
  const rows = (await deps.annulments.rows(petition.id, within)).filter((row) => targets.includes(row.target))
  const names = await namesOf(deps.objects, petition.id, targets)
  const mine = rows.filter((row) => row.action === own)
  const taken = new Set(rows.filter((row) => row.action !== own).map((row) => row.target))
  refuse(
    'no-such-signature',
    targets.filter((target) => target >= log.applied || !names.has(target)),
  )
  refuse(
    'already-annulled',
    targets.filter((target) => taken.has(target)),
  )
  const counted = mine.filter((row) => isApplied(row, log.applied)).length
  const preview = previewOf(petition, draft, {
    signatures: targets.map((target) => names.get(target)!),
    before: log.count + counted,
  })
  return { targets, preview }
}

function refuse(code: 'no-such-signature' | 'already-annulled', targets: readonly number[]): void {
  if (targets.length === 0) return
  const value = numbersOf(rangesOf(targets))
  throw new DomainError('invalid-body', { fields: [{ field: 'signatures', code, value }] })
}

function previewOf(
  petition: Petition,
  draft: AnnulmentDraft,
  found: { readonly signatures: readonly NameEntry[]; readonly before: number },
): AnnulmentPreview {
  const { threshold } = petition.settings
  const count = { before: found.before, after: found.before - found.signatures.length }
  const signatures = found.signatures.map(({ index, name, date }) => ({ index, name, date }))
  const fallsBelow = petition.thresholdReachedAt !== undefined && count.after < threshold
  // The count itself may move on while somebody reads; what matters of it is whether N is kept.
  const seen = [petition.id, draft.ground, draft.explanation ?? null, signatures, fallsBelow]
  const digest = createHash('sha256').update(JSON.stringify(seen)).digest('base64url')
  return { signatures, count, threshold, fallsBelow, digest }
}

/** Published names by index; those that are erased or were never there are left out. */
async function namesOf(
  objects: Pick<ObjectStore, 'get'>,
  petitionId: string,
  indices: readonly number[],
): Promise<Map<number, NameEntry>> {
  const wanted = new Set(indices)
  const found = new Map<number, NameEntry>()
  await inParallel(new Set(indices.map(namesFileOf)), 4, async (file) => {
    const stored = await objects.get(namesKey(petitionId, file))
    if (!stored) return
    for (const entry of parseNames(new TextDecoder().decode(stored))) {
      if (wanted.has(entry.index)) found.set(entry.index, entry)
    }
  })
  return found
}
