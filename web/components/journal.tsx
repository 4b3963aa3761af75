import { dayOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { WITHDRAWN } from '../../shared/log/annulment'
import type { Ledger } from '../../shared/petition/ledger'
import type { EventView, NoticeView, PetitionView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { eventDetails, eventIn } from '../texts/event-words'
import { formatNumber } from '../texts/format'
import { roleIn } from '../texts/speech'
import { Moment } from './moment'
import { NoticeEvidence } from './notices'
import { RuleLink } from './rule-link'

interface JournalProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** Shown beside the events that they tell of; none on the desk, which has them in a list of their own. */
  readonly notices?: readonly NoticeView[]
}

/** «Журнал подій»: every event with its time, who caused it and whom the site told of it, the newest first. */
export function Journal({ locale, petition, notices = [] }: JournalProps) {
  const t = textsOf(locale).petition
  return (
    <details>
      <summary>
        {t.journal}: {formatNumber(locale, petition.events.length)}
      </summary>
      <p>{t.journalLead}</p>
      <ol class="journal" reversed>
        {gathered(petition.events)
          .toReversed()
          .map((event) => (
            <Entry
              locale={locale}
              petition={petition}
              event={event}
              notices={notices.filter((notice) => notice.event === event.seq)}
            />
          ))}
      </ol>
    </details>
  )
}

/** What signers withdrew within a day, with nothing between, as one entry: each is an act of its own, and there may be many. */
function gathered(events: readonly EventView[]): EventView[] {
  const entries: EventView[] = []
  for (const event of events) {
    const before = entries.at(-1)
    const [number, more] = [withdrawnIn(before), withdrawnIn(event)]
    if (before && number > 0 && more > 0 && dayOf(before.at) === dayOf(event.at)) {
      const ledger = [{ ground: WITHDRAWN, number: number + more, entries: [] }]
      entries[entries.length - 1] = { ...event, data: { ...event.data, ledger } }
    } else entries.push(event)
  }
  return entries
}

/** How many signers withdrew by an entry that tells of nothing else. */
function withdrawnIn(event: EventView | undefined): number {
  if (event?.type !== 'annulled') return 0
  const [line, ...others] = event.data.ledger as Ledger
  return others.length === 0 && line?.ground === WITHDRAWN ? line.number : 0
}

function Entry({ locale, petition, event, notices = [] }: JournalProps & { readonly event: EventView }) {
  const t = textsOf(locale).petition
  const details = eventDetails(locale, event, petition)
  return (
    <li id={`event-${event.seq}`}>
      <p class="meta">
        <Moment locale={locale} at={event.at} /> · {roleIn(locale, event.by)}
        {event.rules.map((rule) => [' · ', <RuleLink locale={locale} rule={rule} />])}
      </p>
      <p dir="auto">
        <strong>{eventIn(locale, event)}</strong>
        {details.length > 0 && ` (${details.join('; ')})`}
      </p>
      {notices.length > 0 && (
        <ul class="evidence" aria-label={t.notices}>
          {notices.map((notice) => (
            <NoticeEvidence locale={locale} notice={notice} />
          ))}
        </ul>
      )}
    </li>
  )
}
