import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { signaturesIn } from '../texts/speech'

interface ProgressProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionSummary, 'count' | 'threshold'>
}

/** How far a petition has come: words first, the bar beside them. */
export function Progress({ locale, petition }: ProgressProps) {
  const { count, threshold } = petition
  const t = textsOf(locale).petition
  return (
    <div class="progress">
      <p class="tally">
        <strong data-count>{signaturesIn(locale, count)}</strong>
        <span>
          {t.needed}: {formatNumber(locale, threshold)}
        </span>
      </p>
      <Bar locale={locale} petition={petition} />
      <p class="rest" data-rest>
        {count >= threshold ? t.enough : t.remaining(formatNumber(locale, threshold - count))}
      </p>
    </div>
  )
}

/** The bar alone; its words stand in its label. */
export function Bar({ locale, petition }: ProgressProps) {
  const { count, threshold } = petition
  const label = textsOf(locale).petition.progress(
    formatNumber(locale, count),
    formatNumber(locale, threshold),
  )
  return <progress max={threshold} value={Math.min(count, threshold)} aria-label={label}></progress>
}
