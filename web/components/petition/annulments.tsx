import type { Locale } from '../../../shared/locale'
import { WITHDRAWN } from '../../../shared/log/annulment'
import type { AnnulmentView, PetitionView } from '../../../shared/petition/view'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'
import { signaturesIn } from '../../texts/speech'
import { Moment } from '../moment'

interface AnnulmentsProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'annulments' | 'shortfall' | 'threshold'>
}

/** The public ledger of annulments: when, how many, on which ground, by which entries of the log. */
export function Annulments({ locale, petition }: AnnulmentsProps) {
  const { annulments, shortfall } = petition
  if (annulments.length === 0) return null
  const t = textsOf(locale).petition.annulments
  const total = annulments.reduce((sum, { number }) => sum + number, 0)
  const own = annulments.filter(({ ground }) => ground === WITHDRAWN)
  const withdrawn = own.reduce((sum, { number }) => sum + number, 0)
  return (
    <section aria-labelledby="annulments">
      <h2 id="annulments">{t.title}</h2>
      <p>
        {t.lead(signaturesIn(locale, total))}
        {withdrawn > 0 && ` ${t.withdrawn(formatNumber(locale, withdrawn))}`}
      </p>
      {shortfall && (
        <p class="note">
          {t.shortfall(signaturesIn(locale, shortfall.count), formatNumber(locale, petition.threshold))}
        </p>
      )}
      <ol class="journal">
        {annulments.map((line) => (
          <Line locale={locale} line={line} />
        ))}
      </ol>
    </section>
  )
}

function Line({ locale, line }: { readonly locale: Locale; readonly line: AnnulmentView }) {
  const t = textsOf(locale).petition.annulments
  const source = line.item ? ` (${line.item[locale]})` : ''
  return (
    <li>
      <p class="meta">
        <Moment locale={locale} at={line.at} />
      </p>
      <p>
        <strong>{signaturesIn(locale, line.number)}</strong>: {line.text[locale]}
        {source}
      </p>
      <p class="meta">
        {t.entries}: {line.entries.map((range) => numbersIn(locale, range)).join(', ')}
      </p>
    </li>
  )
}

/** Entries by their number as the list of signers counts them: from 1. */
function numbersIn(locale: Locale, { from, to }: AnnulmentView['entries'][number]): string {
  const first = formatNumber(locale, from + 1)
  return from === to ? first : `${first}–${formatNumber(locale, to + 1)}`
}
