import type { Locale } from '../../shared/locale'
import type { PetitionSummary, SignerView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { DayOf } from '../components/moment'
import { Page } from '../components/page'
import { Pagination } from '../components/pagination'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'

/** Names on one page of the list; the last page may hold fewer. */
export const SIGNERS_PER_PAGE = 256

export interface SignersPageProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionSummary, 'id' | 'title'>
  readonly signers: readonly SignerView[]
  /** Counts from 1. */
  readonly page: number
  readonly pages: number
}

/** R5: the list of people who signed: names and days, nothing else. */
export function SignersPage({ locale, petition, signers, page, pages }: SignersPageProps) {
  const t = textsOf(locale).petition
  return (
    <Page locale={locale} path={paths.signers(petition.id, page)} title={t.signersTitle} noindex>
      <h1>{t.signersTitle}</h1>
      <p class="lead">
        <a href={href(locale, paths.petition(petition.id))}>{petition.title}</a>
      </p>
      <p>{signers.length > 0 ? t.signersLead : t.signersEmpty}</p>
      {signers.length > 0 && <SignersTable locale={locale} signers={signers} />}
      <Pagination locale={locale} page={page} pages={pages} pathOf={(n) => paths.signers(petition.id, n)} />
      <p>
        <a href={href(locale, paths.petition(petition.id))}>← {t.back}</a>
      </p>
    </Page>
  )
}

function SignersTable({ locale, signers }: Pick<SignersPageProps, 'locale' | 'signers'>) {
  const t = textsOf(locale).petition
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t.signerNumber}</th>
          <th scope="col">{t.signerName}</th>
          <th scope="col">{t.signerDate}</th>
        </tr>
      </thead>
      <tbody>
        {signers.map(({ index, name, date }) => (
          <tr>
            <td>{formatNumber(locale, index + 1)}</td>
            <td>{name}</td>
            <td>
              <DayOf locale={locale} day={date} short />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
