import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatMoment, formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'

interface DecisionNeededProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'shortfall' | 'threshold'>
}

/** The open question after an annulment left fewer than N; its answers are among the actions. */
export function DecisionNeeded({ locale, petition: { shortfall, threshold } }: DecisionNeededProps) {
  if (!shortfall) return null
  const t = textsOf(locale).desk.decisionNeeded
  const count = signaturesIn(locale, shortfall.count)
  return (
    <section class="note" aria-labelledby="decision-needed">
      <h2 id="decision-needed">{t.title}</h2>
      <p>{t.text(count, formatNumber(locale, threshold), formatMoment(locale, shortfall.since))}</p>
    </section>
  )
}
