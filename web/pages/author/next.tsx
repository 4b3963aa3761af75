import type { Locale } from '../../../shared/locale'
import type { DeadlineView, PetitionView } from '../../../shared/petition/view'
import { DeadlineState } from '../../components/deadlines'
import { DateOf } from '../../components/moment'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'
import { roleIn, signaturesIn } from '../../texts/speech'

interface NextProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** What comes next: what is still to be collected, then what others owe, each with its last day and its item. */
export function Next({ locale, petition }: NextProps) {
  const t = textsOf(locale).author
  const open = petition.deadlines.filter(({ status }) => status === 'open' || status === 'overdue')
  const { count, threshold, closesOn, status } = petition
  const collecting = status === 'collecting' && closesOn !== undefined
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t.next}</h2>
      {collecting && (
        <p>
          {t.nextCollect(signaturesIn(locale, Math.max(0, threshold - count)), formatDay(locale, closesOn))}
        </p>
      )}
      {!collecting && open.length === 0 && <p>{t.nextNothing}</p>}
      <ol class="timeline">
        {open.map((deadline) => (
          <Owed locale={locale} deadline={deadline} />
        ))}
      </ol>
      {open.some((deadline) => deadline.status === 'overdue') && <p class="note">{t.overdue}</p>}
      <p>{t.later[status]}</p>
    </section>
  )
}

function Owed({ locale, deadline }: { readonly locale: Locale; readonly deadline: DeadlineView }) {
  const t = textsOf(locale).author
  return (
    <li class={deadline.status}>
      <h3>{deadline.title[locale]}</h3>
      <p>
        {t.who}: {roleIn(locale, deadline.actor)}. {t.until}: <DateOf locale={locale} at={deadline.due} />.
      </p>
      <p class="state">
        <DeadlineState locale={locale} deadline={deadline} />
      </p>
      <p class="meta">{deadline.source[locale]}</p>
    </li>
  )
}
