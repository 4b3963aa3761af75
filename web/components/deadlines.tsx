import type { Locale } from '../../shared/locale'
import type { DeadlineView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatDate, formatMoment } from '../texts/format'
import { plural } from '../texts/plural'
import { roleIn } from '../texts/speech'
import { DateOf } from './moment'

interface DeadlineProps {
  readonly locale: Locale
  readonly deadline: DeadlineView
}

/** Every obligation of the petition: whose, by which rule, until when, and what became of it. */
export function Deadlines({ locale, deadlines }: { locale: Locale; deadlines: readonly DeadlineView[] }) {
  const t = textsOf(locale).petition
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t.deadlines}</h2>
      <p>{deadlines.length > 0 ? t.deadlinesLead : t.noDeadlines}</p>
      <ol class="timeline">
        {deadlines.map((deadline) => (
          <Deadline locale={locale} deadline={deadline} />
        ))}
      </ol>
    </section>
  )
}

function Deadline({ locale, deadline }: DeadlineProps) {
  const t = textsOf(locale).petition
  return (
    <li class={deadline.status}>
      <h3>{deadline.title[locale]}</h3>
      <p class="state">
        <DeadlineState locale={locale} deadline={deadline} />
      </p>
      <p>
        {t.owes}: {roleIn(locale, deadline.actor)}. {t.due}: <DateOf locale={locale} at={deadline.due} />.
      </p>
      {deadline.strictDue && <p>{t.strictDue(formatDate(locale, deadline.strictDue))}</p>}
      {deadline.extension && (
        <p>{t.extended(formatDate(locale, deadline.extension.from), deadline.extension.reason)}</p>
      )}
      <p class="meta">
        {t.basis}: {deadline.source[locale]} ({deadline.rule})
      </p>
    </li>
  )
}

/** «Прострочено», «Виконано 3 червня», «Триває: залишилося 2 робочі дні». */
export function DeadlineState({ locale, deadline }: DeadlineProps) {
  const t = textsOf(locale).petition
  const { status, metAt } = deadline
  if (status === 'met' && metAt) return <>{t.met(formatMoment(locale, metAt))}</>
  if (status === 'met-late' && metAt) return <>{t.metLate(formatMoment(locale, metAt))}</>
  if (status === 'dropped') return <>{t.dropped}</>
  if (status === 'overdue') return <strong>{t.overdue}</strong>
  return (
    <>
      {t.open}
      {countdown(locale, deadline)}
    </>
  )
}

function countdown(locale: Locale, { workingDaysLeft: left }: DeadlineView): string {
  if (left === undefined) return ''
  const { site, petition } = textsOf(locale)
  return `: ${left === 0 ? petition.dueToday : plural(locale, left, site.units.workingDaysLeft)}`
}
