import type { AnomalyReport, DomainShare } from '../../../shared/anomaly/report'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { Bar } from './bar'

interface DomainBarsProps {
  readonly locale: Locale
  readonly domains: AnomalyReport['domains']
}

/** Mail domains by the number of their signatures; only well-known ones have a name. */
export function DomainBars({ locale, domains: { distinct, disposable, random, top } }: DomainBarsProps) {
  const { anomaly } = textsOf(locale)
  const t = anomaly.domains
  if (top.length === 0) return null
  const number = (n: number) => formatNumber(locale, n)
  const most = Math.max(1, ...top.map(({ size }) => size))
  const unknown = top.filter(({ name }) => name === undefined)
  return (
    <section aria-labelledby="domains">
      <h2 id="domains">{t.title}</h2>
      <p>{t.lead(number(distinct), number(disposable), number(random))}</p>
      <section class="scroll" tabindex={0} aria-label={t.table}>
        <table class="bars">
          <caption>{t.table}</caption>
          <thead>
            <tr>
              <th scope="col">{t.domain}</th>
              <th scope="col">{anomaly.pace.signatures}</th>
              <th scope="col">{anomaly.sign}</th>
            </tr>
          </thead>
          <tbody>
            {top.map((one) => (
              <tr>
                <th scope="row">{one.name ?? t.unknown(number(unknown.indexOf(one) + 1))}</th>
                <td>
                  {number(one.size)}
                  <Bar value={one.size} most={most} marked={one.level !== 'quiet'} />
                </td>
                <td>{signOf(locale, one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  )
}

function signOf(locale: Locale, { mark, level }: DomainShare): string {
  const { domains, levels } = textsOf(locale).anomaly
  if (mark) return domains.marks[mark]
  return level === 'quiet' ? '—' : levels[level]
}
