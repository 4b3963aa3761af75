import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { Progress } from '../progress'
import { StatusBadge } from '../status-badge'

interface WhereItStandsProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** A petition that takes no more signatures: what has become of it, and what a resident can do instead. */
export function WhereItStands({ locale, petition }: WhereItStandsProps) {
  const t = textsOf(locale).signing.closed
  const council = petition.community.council[locale]
  const others = paths.list({ community: petition.community.id, status: 'collecting' })
  return (
    <>
      <section aria-labelledby="stands">
        <h2 id="stands">{t.stands}</h2>
        <p>
          <StatusBadge locale={locale} petition={petition} />
        </p>
        <p>{t.now[petition.status]}</p>
        {petition.publishedAt && <Progress locale={locale} petition={petition} />}
      </section>
      <section aria-labelledby="instead">
        <h2 id="instead">{t.instead}</h2>
        <ul>
          {petition.publishedAt && (
            <li>
              <a href={href(locale, paths.petition(petition.id))}>{t.read}</a>
            </li>
          )}
          <li>
            <a href={href(locale, others)}>{t.others}</a>
          </li>
          <li>{t.appeal(council)}</li>
        </ul>
      </section>
    </>
  )
}
