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
      <span>{t.pageOf(formatNumber(locale, page), formatNumber(locale, pages))}</span>
      {page < pages && (
        <a rel="next" href={href(locale, pathOf(page + 1))}>
          {t.next} →
        </a>
      )}
    </nav>
  )
}
