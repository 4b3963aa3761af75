import { type Day, dayOf, daysBetween } from '../../../shared/calendar/day'
import type { Handover } from '../../../shared/http/dossier'
import { href, paths } from '../../../web/addresses'
import type { PetitionCase } from './case'

/** R9: what a council is to be told of the collection; undefined before publication. */
export function handoverOf({
  petition,
  host,
  dispatchedAt,
  madeAt,
  publicUrl,
}: PetitionCase): Handover | undefined {
  const { publishedAt, thresholdReachedAt, closesOn, count, id } = petition
  if (!publishedAt) return undefined
  const last = [closesOn, thresholdReachedAt && dayOf(thresholdReachedAt), dayOf(madeAt)]
    .filter((day): day is Day => day !== undefined)
    .sort()[0]!
  return {
    startDate: publishedAt,
    ...(dispatchedAt !== undefined && { sentAt: dispatchedAt }),
    total: count,
    collectionDays: Math.max(0, daysBetween(dayOf(publishedAt), last)),
    signersUrl: `${publicUrl}${href('uk', paths.signers(id))}`,
    ...(host.kind === 'ngo' && { ngo: { name: host.name.uk, email: host.email } }),
  }
}
