import type { Locale } from '../../shared/locale'
import { href } from '../addresses'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'

interface PaginationProps {
  readonly locale: Locale
  /** Counts from 1. */
  readonly page: number
  readonly pages: number
  readonly pathOf: (page: number) => string
}

/** Back and on. How many pages there are is not said, so that a list that grows does not change every page of it. */
export function Pagination({ locale, page, pages, pathOf }: PaginationProps) {
  if (pages <= 1) return null
  const t = textsOf(locale).site
  return (
    <nav class="pagination" aria-label={t.pages}>
      {page > 1 && (
        <a rel="prev" href={href(locale, pathOf(page - 1))}>
          ← {t.previous}
        </a>
      )}
      <span>{t.page(formatNumber(locale, page))}</span>
      {page < pages && (
        <a rel="next" href={href(locale, pathOf(page + 1))}>
          {t.next} →
        </a>
      )}
    </nav>
  )
}
