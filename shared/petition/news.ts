import type { Instant } from '../calendar/day'
import type { Petition } from './petition'

/** Turns in a petition's life that its community hears of. */
export type NewsKind =
  | 'published'
  | 'thresholdReached'
  | 'considerationBegun'
  | 'answered'
  | 'appeal'
  | 'withdrawn'

/** What has happened to a published petition so far, and when; the newest first. */
export function newsOf(petition: Petition): { readonly kind: NewsKind; readonly at: Instant }[] {
  const moments: Record<NewsKind, Instant | undefined> = {
    published: petition.publishedAt,
    thresholdReached: petition.thresholdReachedAt,
    considerationBegun: petition.considerationBegunAt,
    answered: petition.answer?.at,
    appeal: petition.appeal?.since,
    withdrawn: petition.withdrawnAt,
  }
  return Object.entries(moments)
    .flatMap(([kind, at]) => (at === undefined ? [] : [{ kind: kind as NewsKind, at }]))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
}
