import type { Locale } from '../../shared/locale'
import type { SignerView } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatNumber } from '../texts/format'
import { DayOf } from './moment'

interface SignersTableProps {
  readonly locale: Locale
  readonly signers: readonly SignerView[]
}

/** Names by their number in the log, with the day of signing; those annulled are marked in words. */
export function SignersTable({ locale, signers }: SignersTableProps) {
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
        {signers.map(({ index, name, date, annulled }) => (
          <tr>
            <td>{formatNumber(locale, index + 1)}</td>
            <td>
              {annulled ? (
                <s>
                  <bdi>{name}</bdi>
                </s>
              ) : (
                <bdi>{name}</bdi>
              )}
              {annulled && <span class="meta"> {t.signerAnnulled}</span>}
            </td>
            <td>
              <DayOf locale={locale} day={date} short />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
