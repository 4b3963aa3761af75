import type { Locale } from '../../shared/locale'
import { ANNULMENT_GROUNDS } from '../../shared/log/annulment'
import type { Ledger } from '../../shared/petition/ledger'
import type { EventView, PetitionView } from '../../shared/petition/view'
import { formatDate, formatDay } from './format'
import { textsOf } from './index'
import { signaturesIn, wordFor } from './speech'

/** What happened, in words: «Петицію оприлюднено, почався збір підписів». */
export function eventIn(locale: Locale, { type }: Pick<EventView, 'type'>): string {
  return wordFor(textsOf(locale).petition.events, type)
}

/** What an entry of the journal adds to its name: the number, the day, the reason. */
export function eventDetails(
  locale: Locale,
  { type, data }: EventView,
  { deadlines }: Pick<PetitionView, 'deadlines'>,
): string[] {
  const { rule, count, number, closesOn, dueOn, dueAt, reason, registrationNumber } = data
  const ledger = type === 'annulled' ? (data.ledger as Ledger) : []
  const title = deadlines.find((deadline) => deadline.rule === rule)?.title[locale]
  return [
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
