import type { IdentityFailureReason } from '../../../shared/identity/failure'
import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { Page } from '../../components/page'
import { OtherWays } from '../../components/signing/ways'
import { textsOf } from '../../texts'

export interface IdentityFailedPageProps {
  readonly locale: Locale
  readonly level?: ProviderLevel | undefined
  readonly reason: IdentityFailureReason | 'not-accepted'
  /** Absent where the way was lost. */
  readonly petition?: PetitionView | undefined
}

/** Somebody could not be identified: why, that nothing was signed, and what else can be done. */
export function IdentityFailedPage({ locale, level, reason, petition }: IdentityFailedPageProps) {
  const { identity, forms } = textsOf(locale)
  const { title, text } = identity.failures[reason]
  return (
    <Page locale={locale} path={petition ? paths.petition(petition.id) : paths.home} title={title} noindex>
      <h1>{title}</h1>
      {petition && <blockquote class="title">{petition.title}</blockquote>}
      <p class="lead">{text}</p>
      {petition ? (
        <Instead locale={locale} petition={petition} level={level} again={reason !== 'not-accepted'} />
      ) : (
        <p>
          <a class="button" href={href(locale, paths.petitions)}>
            {identity.failed.list}
          </a>
        </p>
      )}
      <p class="meta">
        {forms.problem.code}: <code>identity-{reason}</code>
      </p>
    </Page>
  )
}

interface InsteadProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly level: ProviderLevel | undefined
  readonly again: boolean
}

function Instead({ locale, petition, level, again }: InsteadProps) {
  const t = textsOf(locale).identity.failed
  return (
    <section aria-labelledby="instead">
      <h2 id="instead">{t.instead}</h2>
      {again && level && (
        <p class="actions">
          <a class="button" href={href(locale, paths.identify(level, petition.id))}>
            {t.again}
          </a>
        </p>
      )}
      <ul>
        <OtherWays locale={locale} petition={petition} but={level} />
        <li>
          <a href={href(locale, paths.petition(petition.id))}>{t.petition}</a>
        </li>
        <li>{t.appeal(petition.community.council[locale])}</li>
      </ul>
    </section>
  )
}
