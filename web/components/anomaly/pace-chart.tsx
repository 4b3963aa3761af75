import type { AnomalyReport, Burst } from '../../../shared/anomaly/report'
import { dayOf, type Instant, instantOf } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { formatMoment, formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { DayOf, Moment } from '../moment'

interface PaceProps {
  readonly locale: Locale
  readonly pace: AnomalyReport['pace']
}

const HOUR = 3_600_000
/** Units of the picture: a period, its height, and above it the marks of bursts. */
const SLOT = 10
const HEIGHT = 100
const MARKS = 12
/** A beginning is drawn as the beginning of a day, and not as one broad bar. */
const FEWEST_SLOTS = 24

/** Signatures over time against the petition's own past, bursts marked by colour and by a triangle. */
export function PaceChart({ locale, pace }: PaceProps) {
  const t = textsOf(locale).anomaly.pace
  return (
    <section aria-labelledby="pace">
      <h2 id="pace">{t.title}</h2>
      <p>
        {t.step[String(pace.step) as keyof typeof t.step]} {t.legend}
      </p>
      <Picture locale={locale} pace={pace} />
      <PaceTable locale={locale} pace={pace} />
      <h3>{t.bursts}</h3>
      {pace.bursts.length === 0 ? <p>{t.noBursts}</p> : <Bursts locale={locale} bursts={pace.bursts} />}
      <p class="meta">{t.rule}</p>
    </section>
  )
}

function Picture({ locale, pace }: PaceProps) {
  const t = textsOf(locale).anomaly.pace
  const { counts, usual } = pace
  const most = Math.max(1, ...counts, ...usual)
  const bottom = MARKS + HEIGHT
  const tall = (n: number) => (n === 0 ? 0 : Math.max(1, Math.round((n / most) * HEIGHT)))
  const bar = (slot: number) =>
    `M${slot * SLOT + 1} ${bottom}v${-tall(counts[slot]!)}h8v${tall(counts[slot]!)}z`
  const slots = [...counts.keys()].filter((slot) => counts[slot]! > 0)
  const bursts = new Set(pace.bursts.flatMap((burst) => slotsOf(pace, burst)))
  const line = usual.map((n, slot) => `${slot === 0 ? 'M' : 'L'}${slot * SLOT + 5} ${bottom - tall(n)}`)
  const width = Math.max(FEWEST_SLOTS, counts.length) * SLOT
  return (
    <div class="pace">
      <svg
        viewBox={`0 0 ${width} ${bottom}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="pace-picture pace-same"
      >
        <title id="pace-picture">{t.picture}</title>
        <desc id="pace-same">{t.sameInTable}</desc>
        <path
          d={slots
            .filter((slot) => !bursts.has(slot))
            .map(bar)
            .join('')}
        />
        <path class="burst" d={[...bursts].map(bar).join('')} />
        <path
          class="burst"
          d={[...bursts].map((slot) => `M${slot * SLOT - 3} 0h16l-8 ${MARKS - 2}z`).join('')}
        />
        <path class="usual" d={line.join('')} />
        <path class="zero" d={`M0 ${bottom}h${width}`} />
      </svg>
      <p class="axis">
        <DayOf locale={locale} day={dayOf(pace.from)} short />
        <DayOf locale={locale} day={dayOf(beginOf(pace, Math.max(FEWEST_SLOTS, counts.length) - 1))} short />
      </p>
    </div>
  )
}

/** The same in figures, periods without signatures left out. */
function PaceTable({ locale, pace }: PaceProps) {
  const t = textsOf(locale).anomaly.pace
  const bursts = new Set(pace.bursts.flatMap((burst) => slotsOf(pace, burst)))
  const slots = [...pace.counts.keys()].filter((slot) => pace.counts[slot]! > 0)
  return (
    <details>
      <summary>{t.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.from}</th>
            <th scope="col">{t.signatures}</th>
            <th scope="col">{t.usual}</th>
          </tr>
        </thead>
        <tbody>
          {slots.map((slot) => (
            <tr>
              <td>
                <Moment locale={locale} at={beginOf(pace, slot)} />
              </td>
              <td>
                {formatNumber(locale, pace.counts[slot]!)}
                {bursts.has(slot) && ' ▼'}
              </td>
              <td>{formatNumber(locale, Math.round(pace.usual[slot]!))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Bursts({ locale, bursts }: { readonly locale: Locale; readonly bursts: readonly Burst[] }) {
  const t = textsOf(locale).anomaly.pace
  return (
    <ul>
      {bursts.map(({ from, to, signatures, usual, grouped }) => (
        <li>
          {formatMoment(locale, from)} – {clockOf(locale, to)}:{' '}
          <strong>
            {t.burst(signaturesIn(locale, signatures), formatNumber(locale, Math.round(usual)))}
          </strong>
          {grouped > 0 && `; ${t.grouped(formatNumber(locale, grouped))}`}
        </li>
      ))}
    </ul>
  )
}

function clockOf(locale: Locale, at: Instant): string {
  return formatMoment(locale, at).split(', ').at(-1)!
}

function beginOf({ from, step }: AnomalyReport['pace'], slot: number): Instant {
  return instantOf(Date.parse(from) + slot * step * HOUR)
}

/** Periods that a burst is in. */
function slotsOf({ from, step, counts }: AnomalyReport['pace'], burst: Burst): number[] {
  const slotOf = (at: number) => Math.floor((at - Date.parse(from)) / (step * HOUR))
  const [first, last] = [slotOf(Date.parse(burst.from)), slotOf(Date.parse(burst.to) - 1)]
  return [...counts.keys()].filter((slot) => slot >= first && slot <= last)
}
