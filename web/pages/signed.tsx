import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Moment } from '../components/moment'
import { Page } from '../components/page'
import { Share } from '../components/petition/share'
import { Progress } from '../components/progress'
import { PublicUrl } from '../components/public-url'
import { ReceiptPanel, type ReceiptProps } from '../components/receipt'
import { NextSteps } from '../components/signing/next-steps'
import { UpdatesPanel } from '../components/updates'
import { textsOf } from '../texts'

export interface SignedPageProps {
  readonly locale: Locale
  /** The same person had signed before: everything is as it was then. */
  readonly again: boolean
  readonly petition: PetitionView
  readonly confirmedAt: Instant
  /** Whether mails about the petition go to the signer's address; absent where none is known. */
  readonly following?: boolean
  readonly receipt: Omit<ReceiptProps, 'locale'>
  /** Address of the site without a slash at its end: others are told it. */
  readonly publicUrl: string
}

/** The signature counts: what comes next, the receipt, and mail about it for whoever wants it. */
export function SignedPage(props: SignedPageProps) {
  const { locale, again, petition, confirmedAt, following, receipt, publicUrl } = props
  const t = textsOf(locale).forms.result
  const title = again ? t.alreadySignedTitle : t.signedTitle
  const address = href(locale, paths.petition(petition.id))
  return (
    <Page
      locale={locale}
      path={paths.petition(petition.id)}
      title={title}
      styles={['forms']}
      scripts={['receipt']}
      noindex
    >
      <h1>{title}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p>{again ? t.alreadySignedText : t.countSoon}</p>
      <p class="meta">
        {t.time}: <Moment locale={locale} at={confirmedAt} />
      </p>
      <Progress locale={locale} petition={petition} />
      <p class="actions">
        <a class="button" href={address}>
          {t.toPetition}
        </a>
      </p>
      <NextSteps locale={locale} petition={petition} />
      {receipt.token !== undefined && following !== undefined && (
        <UpdatesPanel locale={locale} token={receipt.token} following={following} />
      )}
      <ReceiptPanel locale={locale} {...receipt} />
      <p>
        <a href={href(locale, paths.me)}>{textsOf(locale).resident.fromSigned}</a>
      </p>
      {petition.signable && (
        <PublicUrl.Provider value={publicUrl}>
          <Share locale={locale} petition={petition} />
        </PublicUrl.Provider>
      )}
    </Page>
  )
}
