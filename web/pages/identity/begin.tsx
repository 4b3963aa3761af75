import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { NoticeRead } from '../../components/form-parts'
import { Page } from '../../components/page'
import { OtherWays } from '../../components/signing/ways'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'

export interface BeginPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly level: ProviderLevel
  /** The button was pressed, but the notice not ticked. */
  readonly unread: boolean
}

/** Before somebody goes to an identity provider: what will happen, what is asked, and the notice. */
export function BeginPage({ locale, petition, level, unread }: BeginPageProps) {
  const { identity, forms, signing } = textsOf(locale)
  const t = identity.begin
  const title = t.title[level]
  return (
    <Page locale={locale} path={paths.identify(level, petition.id)} title={title} styles={['forms']} noindex>
      <h1>{title}</h1>
      <p class="lead">
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </p>
      <section aria-labelledby="steps">
        <h2 id="steps">{t.steps}</h2>
        <ol>
          <li>{t.go[level]}</li>
          <li>{t.back}</li>
          <li>{t.press}</li>
        </ol>
        {petition.closesOn && <p>{signing.until(formatDay(locale, petition.closesOn))}</p>}
      </section>
      <section aria-labelledby="asked">
        <h2 id="asked">{t.asked}</h2>
        <ul>
          <li>{t.name}</li>
          <li>{t.number}</li>
        </ul>
      </section>
      <form method="post" action={href(locale, paths.identifyBegin(level))}>
        <input type="hidden" name="petition" value={petition.id} />
        <NoticeRead
          locale={locale}
          text={forms.signNotice}
          {...(unread && { error: forms.errors.noticeRead })}
        />
        <button type="submit">{t.button[level]}</button>
      </form>
      {petition.identities.length > 1 && (
        <section aria-labelledby="other">
          <h2 id="other">{t.other}</h2>
          <ul>
            <OtherWays locale={locale} petition={petition} but={level} />
          </ul>
        </section>
      )}
    </Page>
  )
}
