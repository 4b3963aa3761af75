import type { AnomalyLevel } from '../../../shared/anomaly/report'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'

/** How much something asks for a person's eyes, in words; colour only repeats them. */
export function LevelBadge({ locale, level }: { readonly locale: Locale; readonly level: AnomalyLevel }) {
  return <span class={`badge ${level}`}>{textsOf(locale).anomaly.levels[level]}</span>
}
