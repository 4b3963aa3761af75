import type { Locale } from '../../shared/locale'
import { ANNULMENT_GROUNDS } from '../../shared/log/annulment'
import type { Ledger } from '../../shared/petition/ledger'
import type { EventView, PetitionView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatDate, formatDay } from '../texts/format'
import { roleIn, signaturesIn, wordFor } from '../texts/speech'
import { Moment } from './moment'

/** «Журнал подій»: every event with its time and who caused it. */
export function Journal({ locale, petition }: { locale: Locale; petition: PetitionView }) {
  const t = textsOf(locale).petition
  return (
    <details>
      <summary>{t.journal}</summary>
      <p>{t.journalLead}</p>
      <ol class="journal">
        {petition.events.map((event) => (
          <li>
            <p class="meta">
              <Moment locale={locale} at={event.at} /> · {roleIn(locale, event.by)}
            </p>
            <p>
              <strong>{wordFor(t.events, event.type)}</strong>
              {detailOf(locale, event, petition)}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

/** What an entry adds to its name: the number, the day, the reason. */
function detailOf(locale: Locale, { type, data }: EventView, petition: PetitionView): string {
  const { rule, count, number, closesOn, dueOn, dueAt, reason, registrationNumber } = data
  const ledger = type === 'annulled' ? (data.ledger as Ledger) : []
  const title = petition.deadlines.find((deadline) => deadline.rule === rule)?.title[locale]
  const details = [
    title,
    ...ledger.map(
      (line) => `${signaturesIn(locale, line.number)}: ${ANNULMENT_GROUNDS[line.ground][locale]}`,
    ),
    typeof count === 'number' ? countIn(locale, type, count) : undefined,
    typeof number === 'number' ? signaturesIn(locale, number) : undefined,
    dayIn(locale, closesOn ?? dueOn ?? dueAt),
    typeof registrationNumber === 'string' ? `№ ${registrationNumber}` : undefined,
    typeof reason === 'string' ? reason : undefined,
  ].filter((detail) => detail !== undefined)
  return details.length > 0 ? ` (${details.join('; ')})` : ''
}

/** After annulments a count is what is left. */
function countIn(locale: Locale, type: string, count: number): string {
  const words = signaturesIn(locale, count)
  return LEFT.includes(type) ? textsOf(locale).petition.left(words) : words
}

const LEFT = ['annulled', 'fell-below', 'consideration-kept', 'collection-resumed']

function dayIn(locale: Locale, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const t = textsOf(locale).petition
  return value.includes('T') ? t.until(formatDate(locale, value)) : t.untilDay(formatDay(locale, value))
}
