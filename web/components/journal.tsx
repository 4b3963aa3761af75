import type { Locale } from '../../shared/locale'
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
        {petition.events.toReversed().map((event) => (
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
