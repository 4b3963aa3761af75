import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { assets } from '../assets'
import { Page } from '../components/page'
import { AboutLog } from '../components/verify/about-log'
import { PetitionChoice } from '../components/verify/petition-choice'
import { ReceiptForm } from '../components/verify/receipt-form'
import { Run } from '../components/verify/run'
import { verifyWords } from '../components/verify/words'
import { textsOf } from '../texts'

export interface VerifyPageProps {
  readonly locale: Locale
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  /** Verifier key of every log of the site (C2SP signed-note). */
  readonly verifierKey: string
}

/** Checks a petition's log or a receipt in the reader's browser, and says what that proves; whole without scripts. */
export function VerifyPage({ locale, publicUrl, verifierKey }: VerifyPageProps) {
  const t = textsOf(locale).verify
  return (
    <Page
      styles={['forms', 'verify']}
      locale={locale}
      path={paths.verify}
      title={t.title}
      description={t.description}
      scripts={['verify']}
    >
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <noscript>
        <p class="note">{t.needsScript}</p>
      </noscript>
      <viche-verify
        hidden
        {...verifyWords(locale)}
        data-index="/api/v1/petitions/search"
        data-petition={href(locale, paths.petition(''))}
        data-key={verifierKey}
        data-verifier={assets.verifier}
        data-timestamps={assets.timestamps}
        data-edwards={assets.edwards}
      >
        <PetitionChoice locale={locale} />
        <ReceiptForm locale={locale} />
        <Run locale={locale} />
      </viche-verify>
      <AboutLog locale={locale} publicUrl={publicUrl} verifierKey={verifierKey} />
    </Page>
  )
}
