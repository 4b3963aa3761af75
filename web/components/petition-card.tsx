import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { signaturesIn } from '../texts/speech'
import { cardMeta, cardRest } from './card-words'
import { Bar } from './progress'
import { StatusBadge } from './status-badge'

interface CardsProps {
  readonly locale: Locale
  readonly petitions: readonly PetitionSummary[]
}

export function PetitionCards({ locale, petitions }: CardsProps) {
  if (petitions.length === 0) return <p>{textsOf(locale).list.empty}</p>
  return (
    <ul class="cards">
      {petitions.map((petition) => (
        <PetitionCard locale={locale} petition={petition} />
      ))}
    </ul>
  )
}

/** One petition of a list: what, whose, how far. */
function PetitionCard({ locale, petition }: { readonly locale: Locale; readonly petition: PetitionSummary }) {
  return (
    <li class="card">
      <StatusBadge locale={locale} petition={petition} />
      <h3>
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </h3>
      <p class="meta">{cardMeta(locale, petition)}</p>
      <Bar locale={locale} petition={petition} />
      <p class="meta">
        <strong>{signaturesIn(locale, petition.count)}</strong> <span>{cardRest(locale, petition)}</span>
      </p>
    </li>
  )
}
