import type { Locale } from '../../shared/locale'
import type { PetitionSummary, PetitionView, SignerView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { SignersPages, SignersPosition } from '../components/petition/signers-pages'
import { SignersTable } from '../components/signers-table'
import { languageOf } from '../petition-language'
import { textsOf } from '../texts'
import { formatDate, formatNumber } from '../texts/format'

/** Names on one page of the list; the last page may hold fewer. */
export const SIGNERS_PER_PAGE = 256

export interface SignersPageProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionSummary, 'id' | 'title' | 'locale'> & Pick<PetitionView, 'namesErasedAt'>
  readonly signers: readonly SignerView[]
  /** Whether names of this page are no longer kept. */
  readonly erased?: boolean
  /** Counts from 1. */
  readonly page: number
  readonly pages: number
}

/** R5: the list of people who signed: names and days, nothing else. */
export function SignersPage({ locale, petition, signers, erased = false, page, pages }: SignersPageProps) {
  const { petition: t, signers: words } = textsOf(locale)
  const title = page > 1 ? words.pageTitle(t.signersTitle, formatNumber(locale, page)) : t.signersTitle
  const last = signers.at(-1)
  return (
    <Page
      locale={locale}
      path={paths.signers(petition.id, page)}
      title={title}
      styles={['forms']}
      scripts={last ? ['signers'] : []}
      noindex
    >
      <h1>{title}</h1>
      <p class="lead" dir="auto" lang={languageOf(locale, petition)}>
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </p>
      {signers.length > 0 && <p>{t.signersLead}</p>}
      {last && <SignersPosition locale={locale} petitionId={petition.id} page={page} to={last.index + 1} />}
      <Absence {...{ locale, petition, signers, erased, pages }} />
      {signers.length > 0 && <SignersTable locale={locale} signers={signers} />}
      <SignersPages locale={locale} petitionId={petition.id} page={page} pages={pages} />
      <p>
        <a href={href(locale, paths.petition(petition.id))}>← {t.back}</a>
      </p>
    </Page>
  )
}

/** Why names are not there: they are no longer kept, or nobody has signed. */
function Absence({ locale, petition, signers, erased, pages }: Omit<SignersPageProps, 'page'>) {
  const t = textsOf(locale).petition
  if (petition.namesErasedAt) return <p>{t.namesErasedAt(formatDate(locale, petition.namesErasedAt))}</p>
  if (erased) return <p>{t.signersErased}</p>
  return signers.length > 0 || pages > 1 ? null : <p>{t.signersEmpty}</p>
}
