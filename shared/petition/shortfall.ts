import type { Instant } from '../calendar/day'
import { DomainError } from '../problem'
import type { By } from '../procedure/event'
import type { Command } from './commands'
import { ledgerOf } from './ledger'
import { event, type NewEvent, SYSTEM } from './new-event'
import type { Petition } from './petition'

/**
 * Records what a batch of the log annulled. The log is the truth and has it already, so this is refused in no state;
 * a batch that is recorded, or an older one, changes nothing. Where N was reached and is no longer, staff are asked.
 */
export function annulled(
  petition: Petition,
  batch: Extract<Command, { type: 'record-annulments' }>,
): NewEvent[] {
  const { size, count, at } = batch
  if (batch.annulled.length === 0 || size <= (petition.annulled?.size ?? 0)) return []
  const recorded = event('annulled', at, SYSTEM, { size, count, ledger: ledgerOf(batch.annulled) })
  const short = count < petition.settings.threshold
  if (short && isUndoable(petition) && !petition.shortfall) {
    return [recorded, event('fell-below', at, SYSTEM, { size, count })]
  }
  if (!short && petition.shortfall) return [recorded, event('count-restored', at, SYSTEM, { count })]
  return [recorded]
}

/**
 * What follows from the leaf that makes N (R7). It may be told of again, and late: one from before collection was
 * resumed, or before the annulment that staff are asked about, has no say any more.
 */
export function thresholdMet(
  petition: Petition,
  { count, at, index }: Extract<Command, { type: 'reach-threshold' }>,
): NewEvent[] {
  const { annulled, resumed, shortfall } = petition
  if (petition.status !== 'collecting') {
    const again = shortfall !== undefined && index >= shortfall.size
    return again ? [event('count-restored', at, SYSTEM, { count })] : []
  }
  if (index < (resumed?.size ?? 0)) return []
  const met = event('threshold-reached', at, SYSTEM, { count })
  // Annulled in the same batch, after the leaf, and recorded first.
  const lost = annulled && annulled.size > index && annulled.count < petition.settings.threshold
  return lost ? [met, event('fell-below', at, SYSTEM, annulled)] : [met]
}

/** Staff let consideration go on with fewer than N. @throws DomainError `wrong-status` where nothing was asked */
export function considerationKept(petition: Petition, by: By, reason: string, now: Instant): NewEvent[] {
  const { count } = open(petition)
  return [event('consideration-kept', now, by, { count, reason })]
}

/** Staff send the petition back to collecting. @throws DomainError `wrong-status` where nothing was asked */
export function collectionResumed(petition: Petition, by: By, reason: string, now: Instant): NewEvent[] {
  const { size, count } = open(petition)
  return [event('collection-resumed', now, by, { size, count, reason })]
}

/** Once the council has decided, an annulment cannot unmake the consideration. */
function isUndoable({ status, decision }: Petition): boolean {
  return status === 'threshold-reached' || (status === 'consideration' && decision === undefined)
}

function open({ shortfall }: Petition): NonNullable<Petition['shortfall']> {
  if (!shortfall) throw new DomainError('wrong-status')
  return shortfall
}
