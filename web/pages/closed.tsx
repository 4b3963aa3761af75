import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { paths } from '../addresses'
import { Page } from '../components/page'
import { WhereItStands } from '../components/signing/where-it-stands'
import { textsOf } from '../texts'

export interface ClosedPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** Code of the refusal, for support. */
  readonly code: string
}

/** Somebody pressed the button of a mailed link after the petition took its last signature. */
export function ClosedPage({ locale, petition, code }: ClosedPageProps) {
  const { signing, forms } = textsOf(locale)
  const t = signing.closed
  return (
    <Page locale={locale} path={paths.petition(petition.id)} title={t.title} noindex>
      <h1>{t.title}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p class="lead">{t.notCounted}</p>
      <WhereItStands locale={locale} petition={petition} />
      <p class="meta">
        {forms.problem.code}: <code>{code}</code>
      </p>
    </Page>
  )
}
