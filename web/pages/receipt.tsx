import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { Receipt } from '../components/receipt'
import { textsOf } from '../texts'

export interface ReceiptPageProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'title'>
  /** The signature's public handle. */
  readonly id: string
  /** Of the entry in the published log, once it is there. */
  readonly index?: number | undefined
  readonly annulled?: string | undefined
  /** The receipt was just asked for by mail. */
  readonly mailed?: boolean
}

/** The receipt of a signature for its signer alone: whoever knows the handle. Works without scripts. */
export function ReceiptPage({ locale, petition, mailed, ...receipt }: ReceiptPageProps) {
  const { forms, log } = textsOf(locale)
  const title = mailed ? log.receipt.mailTitle : log.receipt.title
  const scripts = receipt.index === undefined ? (['receipt'] as const) : []
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={paths.receipt(receipt.id)}
      title={title}
      scripts={scripts}
      noindex
    >
      <h1>{title}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      {mailed && <p class="flash">{log.receipt.mailText}</p>}
      <Receipt locale={locale} {...receipt} />
      <p>
        <a href={href(locale, paths.petition(petition.id))}>{forms.result.toPetition}</a>
      </p>
    </Page>
  )
}
