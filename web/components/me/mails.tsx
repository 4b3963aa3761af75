import type { Holdings } from '../../../shared/resident/holdings'
import type { PetitionPlace } from '../../../shared/resident/place'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { formatDate } from '../../texts/format'
import { plural } from '../../texts/plural'
import type { Owner } from './open-for'
import { OwnForm } from './own-form'

interface MailsProps extends Owner {
  readonly held: Holdings
}

/** Petitions whose news is mailed to the reader, each with a press that ends it. */
export function News({ held: { follows }, ...owner }: MailsProps) {
  const { locale } = owner
  const t = textsOf(locale).resident
  return (
    <section aria-labelledby="news">
      <h2 id="news">{t.news}</h2>
      {follows.length === 0 && <p>{t.newsNone}</p>}
      {follows.length > 0 && (
        <ul class="cards">
          {follows.map(({ petition, since }, place) => (
            <li class="card">
              <h3 dir="auto" id={`news-${place + 1}`}>
                <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
              </h3>
              <p class="meta">{t.newsSince(formatDate(locale, since))}</p>
              <OwnForm {...owner} action={paths.meUpdates} fields={{ petition: petition.id }}>
                <button
                  id={`stop-${place + 1}`}
                  type="submit"
                  class="quiet"
                  aria-labelledby={`stop-${place + 1} news-${place + 1}`}
                >
                  {t.stop}
                </button>
              </OwnForm>
            </li>
          ))}
        </ul>
      )}
      {follows.length > 1 && (
        <OwnForm {...owner} action={paths.meUpdates}>
          <button type="submit" class="quiet">
            {t.stopAll}
          </button>
        </OwnForm>
      )}
    </section>
  )
}

/** The address that is kept to tell of an annulment. */
export function Contacts({ held: { signatures }, ...owner }: MailsProps) {
  const { locale } = owner
  const { resident: t, site } = textsOf(locale)
  const number = signatures.filter(({ contact }) => contact).length
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t.contacts}</h2>
      {number === 0 && <p>{t.contactsNone}</p>}
      {number > 0 && (
        <OwnForm {...owner} action={paths.meContacts}>
          <p>{t.contactsLead(plural(locale, number, site.units.petitions))}</p>
          <button type="submit" class="quiet">
            {t.forget}
          </button>
        </OwnForm>
      )}
    </section>
  )
}

/** Petitions that the reader has submitted. Their author's page has a link of its own. */
export function Authored({ held: { authored }, locale }: MailsProps) {
  const t = textsOf(locale).resident
  return (
    <section aria-labelledby="authored">
      <h2 id="authored">{t.authored}</h2>
      {authored.length === 0 && <p>{t.authoredNone}</p>}
      {authored.length > 0 && (
        <>
          <ul>
            {authored.map((petition) => (
              <li dir="auto">
                <PetitionName locale={locale} petition={petition} />
              </li>
            ))}
          </ul>
          <p>
            {t.authoredPage} <a href={href(locale, paths.authorLink)}>{t.authoredLink}</a>.
          </p>
        </>
      )}
    </section>
  )
}

/** A link to it, where the public has a page of it. */
export function PetitionName({ locale, petition }: { locale: Owner['locale']; petition: PetitionPlace }) {
  if (petition.publishedAt === undefined) return <>{petition.title}</>
  return <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
}
