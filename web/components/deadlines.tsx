import type { Locale } from '../../shared/locale'
import type { DeadlineView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatDate, formatMoment } from '../texts/format'
import { plural } from '../texts/plural'
import { roleIn } from '../texts/speech'
import { DateOf } from './moment'
import { RuleLink } from './rule-link'

interface DeadlineProps {
  readonly locale: Locale
  readonly deadline: DeadlineView
}

/**
 * Every obligation of the petition: whose, by which rule, until when, and what became of it. What has still to be done
 * comes first, the most urgent on top; what is settled follows, the latest on top.
 */
export function Deadlines({ locale, deadlines }: { locale: Locale; deadlines: readonly DeadlineView[] }) {
  const t = textsOf(locale).petition
  const ahead = deadlines.filter(isAhead).toSorted((a, b) => compare(a.due, b.due))
  const settled = deadlines.filter((one) => !isAhead(one)).toSorted((a, b) => compare(endOf(b), endOf(a)))
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t.deadlines}</h2>
      <p>{t.deadlinesLead}</p>
      <h3>{t.ahead}</h3>
      {ahead.length > 0 ? <List locale={locale} deadlines={ahead} /> : <p>{t.noDeadlines}</p>}
      {settled.length > 0 && (
        <>
          <h3>{t.settled}</h3>
          <List locale={locale} deadlines={settled} />
        </>
      )}
    </section>
  )
}

function isAhead({ status }: DeadlineView): boolean {
  return status === 'open' || status === 'overdue'
}

function endOf({ metAt, due }: DeadlineView): string {
  return metAt ?? due
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function List({ locale, deadlines }: { locale: Locale; deadlines: readonly DeadlineView[] }) {
  return (
    <ol class="timeline">
      {deadlines.map((deadline) => (
        <Deadline locale={locale} deadline={deadline} />
      ))}
    </ol>
  )
}

function Deadline({ locale, deadline }: DeadlineProps) {
  const t = textsOf(locale).petition
  return (
    <li class={deadline.status}>
      <h4>{deadline.title[locale]}</h4>
      <p class="state">
        <DeadlineState locale={locale} deadline={deadline} />
      </p>
      <p>
        {t.owes}: {roleIn(locale, deadline.actor)}. {t.due}: <DateOf locale={locale} at={deadline.due} />.
      </p>
      {deadline.strictDue && <p>{t.strictDue(formatDate(locale, deadline.strictDue))}</p>}
      {deadline.extension && (
        <p dir="auto">{t.extended(formatDate(locale, deadline.extension.from), deadline.extension.reason)}</p>
      )}
      <p class="meta">
        {t.basis}:{' '}
        <RuleLink locale={locale} rule={deadline.rule}>
          {deadline.source[locale]} ({deadline.rule})
        </RuleLink>
      </p>
    </li>
  )
}

/** «Прострочено на 2 дні», «Виконано 3 червня», «Триває: залишилося 2 робочі дні». */
export function DeadlineState({ locale, deadline }: DeadlineProps) {
  const t = textsOf(locale).petition
  const { status, metAt } = deadline
  if (status === 'met' && metAt) return <>{t.met(formatMoment(locale, metAt))}</>
  if (status === 'met-late' && metAt) {
    return <>{t.metLate(formatMoment(locale, metAt), lateness(locale, deadline))}</>
  }
  if (status === 'dropped') return <>{t.dropped}</>
  if (status === 'overdue') {
    return (
      <>
        <strong>{t.overdue}</strong>
        {lateness(locale, deadline)}
      </>
    )
  }
  return (
    <>
      {t.open}
      {countdown(locale, deadline)}
    </>
  )
}

/** « на 2 дні»; nothing on the very day. */
export function lateness(locale: Locale, { daysLate = 0 }: DeadlineView): string {
  return daysLate > 0 ? ` ${plural(locale, daysLate, textsOf(locale).site.units.daysLate)}` : ''
}

function countdown(locale: Locale, { workingDaysLeft: left }: DeadlineView): string {
  if (left === undefined) return ''
  const { site, petition } = textsOf(locale)
  return `: ${left === 0 ? petition.dueToday : plural(locale, left, site.units.workingDaysLeft)}`
}
