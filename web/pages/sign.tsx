import { LIMITS } from '../../shared/http/limits'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { assets } from '../assets'
import { ErrorSummary } from '../components/error-summary'
import { Field } from '../components/field'
import { formWords, Honeypot, MailSent, NeedsScript, NoticeRead } from '../components/form-parts'
import { Page } from '../components/page'
import { PersonFields } from '../components/person-fields'
import { textsOf } from '../texts'

export interface SignPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

export function SignPage({ locale, petition }: SignPageProps) {
  const t = textsOf(locale).forms.sign
  const path = paths.sign(petition.id)
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={path}
      title={t.title}
      scripts={petition.signable ? ['sign'] : []}
      noindex
    >
      <h1>{t.title}</h1>
      <p class="lead">
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </p>
      {petition.signable ? <SignForm locale={locale} petition={petition} /> : <p class="note">{t.closed}</p>}
    </Page>
  )
}

function SignForm({ locale, petition }: SignPageProps) {
  const { forms } = textsOf(locale)
  const t = forms.sign
  return (
    <viche-sign-form
      {...formWords(locale)}
      data-petition={petition.id}
      data-worker={assets.worker}
      data-locale={locale}
    >
      {/* Sent by its script alone; should it ever go without, nothing of it stands in an address. */}
      <form method="post">
        <p>{t.step}</p>
        <NeedsScript locale={locale} />
        <ErrorSummary title={forms.errorSummary} errors={[]} />
        <PersonFields locale={locale} prefix="person" />
        <Field
          name="email"
          label={forms.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          maxlength={LIMITS.email.max}
          required
        />
        <Honeypot locale={locale} />
        <NoticeRead locale={locale} text={forms.signNotice} />
        <button type="submit">{t.button}</button>
        <p class="working" role="status"></p>
      </form>
      <MailSent title={t.doneTitle} text={t.doneText} next={t.doneNext} spam={t.doneSpam} />
    </viche-sign-form>
  )
}
