import { byMoment } from '../../shared/log/leaf'
import { finishPending } from './apply-batch'
import { sequenceSignatures } from './sequence-signatures'
import type { SequencingDeps } from './sequencing'

/**
 * Sequences whatever of a petition has no index, whether its doorbell was lost, set aside or is still on its way,
 * and finishes what was left half done. After it, every signature confirmed before the call is counted or
 * quarantined: the end of the term waits for it (R8).
 * @returns rows that were found without an index
 */
export async function reconcileSignatures(deps: SequencingDeps, petitionId: string): Promise<number> {
  await finishPending(deps, petitionId)
  const found: { key: string; at: string }[] = []
  for await (const rows of deps.log.waiting(petitionId)) {
    for (const { key, confirmedAt, at = confirmedAt ?? '' } of rows) found.push({ key, at })
  }
  found.sort(byMoment)
  await sequenceSignatures(
    deps,
    petitionId,
    found.map(({ key }) => key),
  )
  return found.length
}
