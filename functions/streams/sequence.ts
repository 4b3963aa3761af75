import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import { sequenceSignatures } from '../actions/sequence-signatures'
import type { SequencingDeps } from '../actions/sequencing'
import { type ChangedItem, changedItems, failing } from './changed-items'

const PREFIX = 'SIGNATURES#'

/** Sequences the signatures that a stream batch rings for; a petition that fails holds up no other. */
export async function sequenceChanges(
  deps: SequencingDeps,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  const signatures = changedItems(event, deps.metrics).filter((item) => item.pk.startsWith(PREFIX))
  const failed: ChangedItem[] = []
  for (const [pk, items] of Map.groupBy(signatures, (item) => item.pk)) {
    const petitionId = pk.slice(PREFIX.length)
    const keys = items.map((item) => item.sk)
    try {
      await sequenceSignatures(deps, petitionId, keys)
    } catch (error) {
      failed.push(items[0]!)
      deps.metrics.count('SequencingFailures', 1, { petitionId, error: (error as Error).name })
    }
  }
  return failing(failed)
}
