import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { signaturesIn } from '../texts/speech'

interface ProgressProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'count' | 'threshold' | 'signable'>
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
      <Rest locale={locale} petition={petition} />
    </div>
  )
}

/** What is still missing, as long as it can be collected. */
function Rest({ locale, petition: { count, threshold, signable } }: ProgressProps) {
  const t = textsOf(locale).petition
  const left = threshold - count
  if (left > 0 && !signable) return null
  return (
    <p class="rest" data-rest>
      {left > 0 ? t.remaining(formatNumber(locale, left)) : t.enough}
    </p>
  )
}

interface BarProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'count' | 'threshold'>
}

/** The bar alone; its words stand in its label. */
export function Bar({ locale, petition: { count, threshold } }: BarProps) {
  const words = textsOf(locale).petition
  const label = words.progress(formatNumber(locale, count), formatNumber(locale, threshold))
  return <progress max={threshold} value={Math.min(count, threshold)} aria-label={label}></progress>
}
