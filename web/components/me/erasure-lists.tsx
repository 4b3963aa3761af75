import type { Locale } from '../../../shared/locale'
import type { ErasurePlan, Kept } from '../../../shared/resident/erasure'
import type { PetitionPlace } from '../../../shared/resident/place'
import { textsOf } from '../../texts'
import { formatDate } from '../../texts/format'
import { PetitionName } from './mails'

interface ListsProps {
  readonly locale: Locale
  readonly plan: ErasurePlan
}

/** What goes at once, by kind. */
export function Going({ locale, plan: { now } }: ListsProps) {
  const t = textsOf(locale).resident.erasure
  const kinds = [
    [t.names, now.names],
    [t.contacts, now.contacts],
    [t.follows, now.follows],
  ] as const
  return (
    <ul>
      {kinds
        .filter(([, held]) => held.length > 0)
        .map(([label, held]) => (
          <li>
            {label}:
            <ul>
              {held.map(({ petition }: { readonly petition: PetitionPlace }) => (
                <li dir="auto">
                  <PetitionName locale={locale} petition={petition} />
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ul>
  )
}

/** What stays, with the day on which it goes. */
export function Staying({ locale, plan }: ListsProps) {
  const t = textsOf(locale).resident.erasure
  const author = ({ until }: Kept) =>
    until === undefined ? t.laterAuthorOpen : t.laterAuthor(formatDate(locale, until))
  const name = ({ until }: Kept) => (until === undefined ? '' : t.laterName(formatDate(locale, until)))
  const lines = [
    ...plan.names.map((kept) => [kept.petition, name(kept)] as const),
    ...plan.authored.map((kept) => [kept.petition, author(kept)] as const),
  ]
  return (
    <section aria-labelledby="later">
      <h2 id="later">{t.later}</h2>
      {lines.length === 0 && <p>{t.laterNothing}</p>}
      <ul>
        {lines.map(([petition, words]) => (
          <li dir="auto">
            <PetitionName locale={locale} petition={petition} />: {words}
          </li>
        ))}
      </ul>
      {plan.names.length > 0 && <p>{t.whyLater}</p>}
    </section>
  )
}
