import type { AnomalyReport } from '../../../shared/anomaly/report'
import { dayOf } from '../../../shared/calendar/day'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { formatNumber, formatShortDay } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { Bar } from './bar'

interface NetworkBarsProps {
  readonly locale: Locale
  readonly networks: AnomalyReport['networks']
}

/** Addresses by the number of their signatures: a bar and its figures in each row. */
export function NetworkBars({ locale, networks: { noted, distinct, top } }: NetworkBarsProps) {
  const { anomaly } = textsOf(locale)
  const t = anomaly.networks
  const most = Math.max(1, ...top.map(({ size }) => size))
  if (noted === 0) {
    return (
      <section aria-labelledby="networks">
        <h2 id="networks">{t.title}</h2>
        <p>{t.unknown}</p>
      </section>
    )
  }
  return (
    <section aria-labelledby="networks">
      <h2 id="networks">{t.title}</h2>
      <p>{t.lead(signaturesIn(locale, noted), formatNumber(locale, distinct))}</p>
      <section class="scroll" tabindex={0} aria-label={t.table}>
        <table class="bars">
          <caption>{t.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.place}</th>
              <th scope="col">{anomaly.pace.signatures}</th>
              <th scope="col">{t.hourly}</th>
              <th scope="col">{t.when}</th>
              <th scope="col">{anomaly.sign}</th>
            </tr>
          </thead>
          <tbody>
            {top.map(({ size, hourly, from, to, level }, n) => (
              <tr>
                <th scope="row">{t.named(formatNumber(locale, n + 1))}</th>
                <td>
                  {formatNumber(locale, size)}
                  <Bar value={size} most={most} marked={level !== 'quiet'} />
                </td>
                <td>{formatNumber(locale, hourly)}</td>
                <td>{spanIn(locale, from, to)}</td>
                <td>{level === 'quiet' ? '—' : anomaly.levels[level]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function spanIn(locale: Locale, from: string, to: string): string {
  const [first, last] = [formatShortDay(locale, dayOf(from)), formatShortDay(locale, dayOf(to))]
  return first === last ? first : `${first}–${last}`
}
