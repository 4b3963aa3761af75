import { sha256 } from '../../functions/adapters/sha256'
import { dayOf } from '../../shared/calendar/day'
import { nameCommitment, personCommitment, textHash } from '../../shared/log/commitment'
import { encodeEntry, type LogEntry, timeOf } from '../../shared/log/entry'
import { fullName, type PersonName } from '../../shared/signing/person-name'
import { equalBytes, textOf } from '../../shared/tlog/bytes'
import type { Checkpoint } from '../../shared/tlog/checkpoint'
import type { VerifierKey } from '../../shared/tlog/note'
import { verifyConsistency } from '../../shared/tlog/proof'
import { proveConsistency } from '../../shared/tlog/prove'
import { CompactRange } from '../../shared/tlog/range'
import type { Collecting } from './petitions'
import { isSignedBy, type PublishedLog } from './published-log'
import type { Row } from './rows'
import type { Violations } from './violations'
import type { Sighting } from './watch'

export interface LogAudited {
  readonly log: PublishedLog
  readonly key: VerifierKey
  readonly petition: Collecting
  readonly rows: readonly Row[]
  /** Checkpoints that readers were shown, oldest first. */
  readonly sightings: readonly Sighting[]
  readonly violations: Violations
}

/**
 * What must be true of a petition's published log: it holds exactly the rows' entries in the rows' places, its root is
 * theirs, and every checkpoint that anybody was ever shown is signed and a beginning of it.
 */
export async function auditLog(audited: LogAudited): Promise<void> {
  const { log, key, petition, rows, sightings, violations } = audited
  const last = await log.checkpoint()
  violations.check(
    last.size === rows.length,
    () => `the log of ${petition.id} ends at ${last.size} of ${rows.length}`,
  )
  const shown = [...sightings.map(({ checkpoint }) => checkpoint), last]
  await checkEntries(audited, last.size, shown)
  for (const { note, checkpoint } of sightings) {
    const signed = await isSignedBy(note, key)
    violations.check(signed, () => `checkpoint ${checkpoint.size} of ${petition.id} is not signed by its key`)
  }
  await checkConsistency(audited, shown)
}

/** Every entry is its row's, and the tree over the first n of them has the root of each checkpoint of size n. */
async function checkEntries(
  { log, petition, rows, violations }: LogAudited,
  size: number,
  shown: readonly Checkpoint[],
) {
  const roots = Map.groupBy(shown, (checkpoint) => checkpoint.size)
  const range = new CompactRange(sha256)
  const compare = () => {
    for (const { root } of roots.get(range.size) ?? []) {
      violations.check(
        equalBytes(root, range.root()),
        () => `checkpoint ${range.size} of ${petition.id} has not the root of the entries`,
      )
    }
  }
  compare()
  for await (const entry of log.entries(size)) {
    const row = rows[range.size]
    const expected = row && encodeEntry(entryOf(row, petition))
    violations.check(
      expected !== undefined && equalBytes(entry, expected),
      () => `entry ${range.size} of ${petition.id} is not that of row ${row?.key}:\n${textOf(entry)}`,
    )
    range.appendEntry(entry)
    compare()
  }
}

/** Each checkpoint is consistent with the next one and with the last, by proofs from the published tiles. */
async function checkConsistency({ log, petition, violations }: LogAudited, shown: readonly Checkpoint[]) {
  const last = shown.at(-1)!
  for (const [n, older] of shown.entries()) {
    for (const newer of new Set([shown[n + 1] ?? last, last])) {
      const [from, to] = [older.size, newer.size]
      const proof = await proveConsistency(sha256, { from, to }, (tile) => log.tile(tile))
      violations.check(
        verifyConsistency(sha256, { from, to, fromRoot: older.root, toRoot: newer.root, proof }),
        () => `checkpoint ${from} of ${petition.id} is not consistent with ${to}`,
      )
    }
  }
}

/** The entry that the row must have become. */
function entryOf(row: Row, { text }: Collecting): LogEntry {
  const { key, kind, confirmedAt = '', at = '', target: index = -1, ground = '' } = row
  if (kind === 'annulment') return { kind, time: timeOf(at), index, ground }
  if (kind === 'erasure') return { kind, time: timeOf(at), index }
  const { nameSalt = new Uint8Array(), personSalt = new Uint8Array() } = row
  return {
    kind,
    time: timeOf(confirmedAt),
    text: textHash(sha256, text),
    name: nameCommitment(sha256, nameSalt, fullName(row as PersonName), dayOf(confirmedAt)),
    person: personCommitment(sha256, personSalt, Buffer.from(key, 'base64url')),
  }
}
