import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { textsOf } from '../texts'

interface StatusBadgeProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionSummary, 'status' | 'outcome'>
}

/** The status in words; colour only repeats them. */
export function StatusBadge({ locale, petition }: StatusBadgeProps) {
  return <span class={`badge ${petition.status}`}>{statusIn(locale, petition)}</span>
}

/** «З відповіддю: підтримано» once an outcome is announced. */
export function statusIn(locale: Locale, { status, outcome }: StatusBadgeProps['petition']): string {
  const t = textsOf(locale).petition
  if (!outcome || status !== 'answered') return t.statuses[status]
  return `${t.statuses[status]}: ${t.outcomes[outcome].toLocaleLowerCase(locale)}`
}
