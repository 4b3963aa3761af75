import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { assets } from '../assets'
import { ErrorSummary } from '../components/error-summary'
import { formWords, LateScript, MailSent } from '../components/form-parts'
import { MailHelp } from '../components/mail-help'
import { Page } from '../components/page'
import { BeforeSigning, WithoutScripts } from '../components/signing/before-signing'
import { SigningFields } from '../components/signing/signing-fields'
import { Ways } from '../components/signing/ways'
import { WhereItStands } from '../components/signing/where-it-stands'
import { textsOf } from '../texts'

export interface SignPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
}

/** The first of three screens: form, mail, confirmation. Where signing is over, what can be done instead. */
export function SignPage({ locale, petition }: SignPageProps) {
  const { forms, signing } = textsOf(locale)
  const title = petition.signable ? forms.sign.title : signing.closed.title
  const byMail = petition.identities.includes('email')
  return (
    <Page
      locale={locale}
      path={paths.sign(petition.id)}
      title={title}
      styles={['forms']}
      scripts={petition.signable && byMail ? ['sign'] : []}
      noindex
    >
      <h1>{title}</h1>
      <p class="lead">
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </p>
      {petition.signable ? (
        <>
          <Ways locale={locale} petition={petition} />
          {byMail && <WithoutScripts locale={locale} petition={petition} />}
          {byMail && <SignForm locale={locale} petition={petition} />}
        </>
      ) : (
        <WhereItStands locale={locale} petition={petition} />
      )}
    </Page>
  )
}

function SignForm({ locale, petition }: SignPageProps) {
  const { forms, signing } = textsOf(locale)
  const t = forms.sign
  return (
    <viche-sign-form
      id="by-mail"
      {...formWords(locale)}
      data-petition={petition.id}
      data-worker={assets.worker}
      data-locale={locale}
    >
      {/* Sent by its script alone; should it ever go without, nothing of it stands in an address. */}
      <form method="post">
        <LateScript locale={locale} />
        <ErrorSummary title={forms.errorSummary} errors={[]} />
        <BeforeSigning locale={locale} petition={petition} />
        <SigningFields locale={locale} />
        <p class="meta">{signing.privacy}</p>
      </form>
      <MailSent title={t.doneTitle} text={t.doneText} next={t.doneNext}>
        <MailHelp locale={locale} />
      </MailSent>
    </viche-sign-form>
  )
}
