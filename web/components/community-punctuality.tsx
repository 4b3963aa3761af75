import type { Term } from '../../shared/calendar/term'
import type { Punctuality, RuleRecord } from '../../shared/community/punctuality'
import type { StatuteSettings } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { ruleOf } from '../../shared/petition/rules'
import { textsOf } from '../texts'
import { formatNumber, formatShare } from '../texts/format'
import { plural } from '../texts/plural'
import { termIn } from '../texts/speech'
import { RuleLink } from './rule-link'

interface PunctualityProps {
  readonly locale: Locale
  readonly punctuality: Punctuality
  readonly settings: StatuteSettings
}

/** How a council kept the terms of the statute: first in one sentence, then by kind of obligation with its item. */
export function PunctualityRecord({ locale, punctuality, settings }: PunctualityProps) {
  const t = textsOf(locale).community
  const { met, late, overdue, rules } = punctuality
  const due = met + late + overdue
  const n = (value: number) => formatNumber(locale, value)
  return (
    <section aria-labelledby="punctuality">
      <h2 id="punctuality">{t.punctuality}</h2>
      {due === 0 ? (
        <p>{t.nothingOwed}</p>
      ) : (
        <p class="lead">
          {t.punctual(n(met), n(due), formatShare(locale, met / due))}{' '}
          {overdue > 0 && <strong class="error">{plural(locale, overdue, t.overdueNow)}</strong>}
        </p>
      )}
      <p class="meta">{t.punctualityLead}</p>
      <ul class="rows">
        {rules.map((record) => (
          <RuleRow locale={locale} record={record} settings={settings} />
        ))}
      </ul>
    </section>
  )
}

interface RuleRowProps {
  readonly locale: Locale
  readonly record: RuleRecord
  readonly settings: StatuteSettings
}

function RuleRow({ locale, record, settings }: RuleRowProps) {
  const t = textsOf(locale).community
  const rule = ruleOf(record.rule)
  const term = termOf(record.rule, settings)
  const counts = [
    [t.inTime, record.met],
    [t.late, record.late],
    [t.overdue, record.overdue],
    [t.open, record.open],
  ] as const
  const usual = record.medianWorkingDays
  return (
    <li>
      <h3>{rule.title[locale]}</h3>
      <p class="tallies">
        {counts.map(([label, count]) =>
          count > 0 ? (
            <span class={label === t.overdue ? 'error' : undefined}>
              {label}: <strong>{formatNumber(locale, count)}</strong>
            </span>
          ) : null,
        )}
        {usual !== undefined && (
          <span>
            {t.usually}: {usual === 0 ? t.sameDay : t.usuallyIn(workingDaysIn(locale, usual))}
          </span>
        )}
        {term && (
          <span>
            {t.allowed}: {termIn(locale, term)}
          </span>
        )}
      </p>
      <p class="meta">
        <RuleLink locale={locale} rule={rule.id} /> · {rule.item[locale]}
      </p>
    </li>
  )
}

function workingDaysIn(locale: Locale, count: number): string {
  return plural(locale, count, textsOf(locale).site.units['working-days'])
}

/** The term of a rule in this community; what the council sets comes from its settings. */
export function termOf(rule: string, settings: StatuteSettings): Term | undefined {
  const term = ruleOf(rule).duty?.term
  return term && 'setting' in term ? settings[term.setting] : term
}
