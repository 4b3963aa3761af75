import type { Locale } from '../../../shared/locale'
import type { EventView, PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { eventDetails, eventIn } from '../../texts/event-words'
import { formatNumber } from '../../texts/format'
import { roleIn } from '../../texts/speech'
import { Moment } from '../moment'
import type { CaseView } from './case-view'

interface HistoryProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly people: CaseView['people']
}

/** Who did what and when, the newest first. Names are seen only here; the public journal has roles. */
export function History({ locale, petition, people }: HistoryProps) {
  const t = textsOf(locale).deskCase
  return (
    <details>
      <summary>
        {t.history} <span class="count">{formatNumber(locale, petition.events.length)}</span>
      </summary>
      <p>{t.historyLead}</p>
      <ol class="journal" reversed>
        {[...petition.events].reverse().map((event) => (
          <li>
            <p class="meta">
              <Moment locale={locale} at={event.at} /> · {roleIn(locale, event.by)}
              {people[event.seq] && ` · ${people[event.seq]}`}
            </p>
            <p>
              <strong>{eventIn(locale, event)}</strong>
              {detailsOf(locale, event, petition)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function detailsOf(locale: Locale, event: EventView, petition: PetitionView): string {
  const details = eventDetails(locale, event, petition)
  return details.length > 0 ? ` (${details.join('; ')})` : ''
}
