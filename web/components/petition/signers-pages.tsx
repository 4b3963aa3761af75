import type { Locale } from '../../../shared/locale'
import { NAMES_PER_FILE } from '../../../shared/log/names'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

interface SignersPagesProps {
  readonly locale: Locale
  readonly petitionId: string
  /** Counts from 1. */
  readonly page: number
  readonly pages: number
}

/**
 * Ways through a long list: first, back, on, last, and to a page by its number. How many pages there are is not part of
 * it, so that a list that grows does not change every page of it; a script tells it, and what leads to the last asks.
 */
export function SignersPages({ locale, petitionId, page, pages }: SignersPagesProps) {
  if (pages <= 1) return null
  const { site, signers: t } = textsOf(locale)
  const to = (n: number) => href(locale, paths.signers(petitionId, n))
  const jump = href(locale, paths.signersJump(petitionId))
  return (
    <nav aria-label={site.pages}>
      <p class="pagination">
        {page > 1 && <a href={to(1)}>{t.first}</a>}
        {page > 1 && (
          <a rel="prev" href={to(page - 1)}>
            ← {site.previous}
          </a>
        )}
        {page < pages && (
          <a rel="next" href={to(page + 1)}>
            {site.next} →
          </a>
        )}
        {page < pages && (
          <a rel="nofollow" href={`${jump}?page=last`}>
            {t.last}
          </a>
        )}
      </p>
      <form action={jump} method="get">
        <label for="page">{t.toPage}</label>
        <div class="row">
          <input
            id="page"
            name="page"
            type="number"
            inputmode="numeric"
            min="1"
            value={String(page)}
            required
          />
          <button type="submit" class="quiet">
            {t.go}
          </button>
        </div>
      </form>
    </nav>
  )
}

/** Which entries of the log are on the page; a script adds how many there are in all. */
export function SignersPosition({
  locale,
  petitionId,
  page,
  to,
}: Pick<SignersPagesProps, 'locale' | 'petitionId' | 'page'> & {
  /** Number of the last entry shown, from 1. */
  readonly to: number
}) {
  const t = textsOf(locale).signers
  const from = (page - 1) * NAMES_PER_FILE + 1
  const range = `${formatNumber(locale, from)}–${formatNumber(locale, to)}`
  return (
    <viche-position
      data-src={`/api/v1/petitions/${petitionId}/count`}
      data-whole={t.positionOf(range, '{n}')}
    >
      <p class="meta">{t.position(range)}</p>
    </viche-position>
  )
}
