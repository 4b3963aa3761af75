import { type Statistics, shareReached } from '../../shared/community/statistics'
import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'
import { formatNumber, formatShare } from '../texts/format'

interface FiguresProps {
  readonly locale: Locale
  readonly statistics: Statistics
}

/** Petitions in figures: how many, how far they came, and what became of them. */
export function Figures({ locale, statistics }: FiguresProps) {
  const t = textsOf(locale).community
  const n = (value: number) => formatNumber(locale, value)
  const { petitions, byStatus, signatures, reached, fellShort, answered, answeredInTime } = statistics
  const share = shareReached(statistics)
  return (
    <dl class="figures">
      <Figure label={t.published} value={n(petitions)} />
      <Figure label={t.collecting} value={n(byStatus.collecting ?? 0)} />
      <Figure label={t.signatures} value={n(signatures)} />
      {share !== undefined && (
        <Figure
          label={t.reached}
          value={n(reached)}
          note={t.reachedOf(n(reached), n(reached + fellShort), formatShare(locale, share))}
        />
      )}
      <Figure
        label={t.answered}
        value={n(answered)}
        note={answered > 0 ? t.answeredOf(n(answeredInTime)) : undefined}
      />
    </dl>
  )
}

interface FigureProps {
  readonly label: string
  readonly value: string
  readonly note?: string | undefined
}

function Figure({ label, value, note }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong>{value}</strong>
        {note && <span class="meta">{note}</span>}
      </dd>
    </div>
  )
}
