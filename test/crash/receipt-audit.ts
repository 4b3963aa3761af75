import { sha256 } from '../../functions/adapters/sha256'
import { inParallel } from '../../functions/in-parallel'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { parseCheckpoint } from '../../shared/tlog/checkpoint'
import { leafHash } from '../../shared/tlog/hash'
import { parseNote, type VerifierKey } from '../../shared/tlog/note'
import { verifyInclusion } from '../../shared/tlog/proof'
import { parseTlogProof } from '../../shared/tlog/tlog-proof'
import type { Site } from '../support/journeys/site'
import type { Acknowledged } from './crowd'
import { isSignedBy } from './published-log'
import type { Row } from './rows'
import type { Violations } from './violations'

const AT_ONCE = 8

export interface Receipts {
  readonly site: Site
  readonly petitionId: string
  readonly key: VerifierKey
  readonly rows: readonly Row[]
  readonly acknowledged: readonly Acknowledged[]
  readonly violations: Violations
}

/** Everybody who was told that they have signed gets a receipt of their place that holds offline. */
export async function auditReceipts(receipts: Receipts): Promise<void> {
  const { petitionId, rows, acknowledged, violations } = receipts
  const places = new Map(rows.map(({ key, index }) => [key, index]))
  const own = acknowledged.filter((signature) => signature.petitionId === petitionId)
  await inParallel(own, AT_ONCE, ({ id }) =>
    violations.during(`receipt of ${id}`, async () => {
      const flaw = await flawOf(receipts, id, places.get(parseSignatureId(id)?.personKey ?? ''))
      violations.check(flaw === undefined, () => `receipt of ${id}: ${flaw}`)
    }),
  )
}

/** What is wrong with a receipt, by the receipt and the key alone. */
async function flawOf({ site, key }: Receipts, id: string, place: number | undefined) {
  const answer = await site.get(`/api/v1/signatures/${id}/receipt`)
  if (answer.status !== 200) return `answered ${answer.status}`
  const { extra, index, proof, checkpoint: note } = parseTlogProof(answer.text)
  if (index !== place) return `says ${index} where the row says ${place}`
  if (!extra) return 'holds no entry'
  if (!(await isSignedBy(note, key))) return 'its checkpoint is not signed by the key of the log'
  const { size, root } = parseCheckpoint(parseNote(note).text)
  const holds = verifyInclusion(sha256, { index, size, leafHash: leafHash(sha256, extra), proof, root })
  return holds ? undefined : 'its proof does not lead to its checkpoint'
}
