import { type Instant, instantOf } from '../../shared/calendar/day'
import type { LinkTokens } from './link-token'

/** How long the author's own page stays open by one link; each mail about the petition brings a new one. */
const AUTHOR_LINK_DAYS = 120

/** The sealed token that opens the author's own page. */
export function authorToken(
  tokens: LinkTokens,
  author: { readonly petitionId: string; readonly email: string },
  now: Instant,
): Promise<string> {
  const { petitionId, email } = author
  const end = instantOf(Date.parse(now) + AUTHOR_LINK_DAYS * 86_400_000)
  return tokens.seal({ purpose: 'author', petitionId, email }, now, end)
}
