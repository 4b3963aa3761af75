import type { Day } from '../../../shared/calendar/day'
import { dayOf } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import type { DaysView } from '../../../shared/log/days'
import { type Period, periodsOf, type Step } from '../../../shared/petition/periods'
import type { PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatNumber, formatShortDay } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { DayOf } from '../moment'

export interface ChartProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'publishedAt' | 'closesOn'>
  /** Undefined where they cannot be told now: then nothing is shown. */
  readonly days: DaysView | undefined
}

/** Signatures a day from publication to the end of the term, as bars with the same figures in a table (R5). */
export function Chart({ locale, petition: { publishedAt, closesOn }, days }: ChartProps) {
  if (!days || !publishedAt) return null
  const t = textsOf(locale).chart
  const from = dayOf(publishedAt)
  const { step, periods } = periodsOf(days.days, from, closesOn ?? from)
  const busy = periods.filter(({ signed, annulled }) => signed + annulled > 0)
  return (
    <section aria-labelledby="daily">
      <h2 id="daily">{t.title}</h2>
      {busy.length === 0 ? (
        <p>{t.empty}</p>
      ) : (
        <>
          <p>{summaryOf(locale, step, busy)}</p>
          <Bars locale={locale} step={step} periods={periods} />
          <Figures locale={locale} step={step} periods={busy} />
        </>
      )}
    </section>
  )
}

interface PeriodsProps {
  readonly locale: Locale
  readonly step: Step
  readonly periods: readonly Period[]
}

/** Width of a period in the picture's own units; a bar fills eight tenths of it. */
const SLOT = 10
const HEIGHT = 100

/** Bars up for signatures, down for annulments, on one scale; two paths, so that the markup stays small. */
function Bars({ locale, step, periods }: PeriodsProps) {
  const t = textsOf(locale).chart
  const most = Math.max(...periods.map(({ signed }) => signed), 1)
  const fewest = Math.max(...periods.map(({ annulled }) => annulled), 0)
  const scale = HEIGHT / Math.max(most, fewest)
  const up = Math.ceil(most * scale)
  const height = (n: number) => Math.max(Math.round(n * scale), 1)
  const path = (of: 'signed' | 'annulled', sign: 1 | -1) =>
    periods
      .map((period, slot) => {
        if (period[of] === 0) return ''
        const tall = sign * height(period[of])
        return `M${slot * SLOT + 1} ${up}v${-tall}h8v${tall}z`
      })
      .join('')
  const width = periods.length * SLOT
  const [first, last] = [periods[0]!.from, periods.at(-1)!.to]
  return (
    <div class="chart">
      <svg
        viewBox={`0 0 ${width} ${up + Math.ceil(fewest * scale)}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="chart-title chart-desc"
      >
        <title id="chart-title">{t.picture[step]}</title>
        <desc id="chart-desc">
          {t.span(formatShortDay(locale, first), formatShortDay(locale, last))} {t.sameInTable}
        </desc>
        <path d={path('signed', 1)} />
        <path class="zero" d={`M0 ${up}h${width}`} />
        {fewest > 0 && <path class="annulled" d={path('annulled', -1)} />}
      </svg>
      <p class="axis">
        <DayOf locale={locale} day={first} short />
        <DayOf locale={locale} day={last} short />
      </p>
    </div>
  )
}

/** The same in figures; periods in which nothing happened are left out, and it is said so. */
function Figures({ locale, step, periods }: PeriodsProps) {
  const t = textsOf(locale).chart
  const anyAnnulled = periods.some(({ annulled }) => annulled > 0)
  return (
    <details>
      <summary>{t.table}</summary>
      <p class="meta">{t.omitted[step]}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.period[step]}</th>
            <th scope="col">{t.signed}</th>
            {anyAnnulled && <th scope="col">{t.annulled}</th>}
            <th scope="col">{t.total}</th>
          </tr>
        </thead>
        <tbody>
          {periods.map(({ from, to, signed, annulled, total }) => (
            <tr>
              <td>{spanIn(locale, from, to)}</td>
              <td>{formatNumber(locale, signed)}</td>
              {anyAnnulled && <td>{formatNumber(locale, annulled)}</td>}
              <td>{formatNumber(locale, total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The busiest period, and how many were annulled, in words. */
function summaryOf(locale: Locale, step: Step, periods: readonly Period[]): string {
  const t = textsOf(locale).chart
  const busiest = periods.reduce((best, one) => (one.signed > best.signed ? one : best))
  const annulled = periods.reduce((sum, one) => sum + one.annulled, 0)
  const most = t.most[step](signaturesIn(locale, busiest.signed), spanIn(locale, busiest.from, busiest.to))
  return annulled === 0 ? most : `${most} ${t.below(signaturesIn(locale, annulled))}`
}

function spanIn(locale: Locale, from: Day, to: Day): string {
  const first = formatShortDay(locale, from)
  return from === to ? first : `${first}–${formatShortDay(locale, to)}`
}
