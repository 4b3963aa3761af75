import { charactersIn } from '../../../shared/characters'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { formatNumber } from '../../texts/format'

interface CounterProps {
  readonly locale: Locale
  /** Name of the field. */
  readonly of: string
  readonly value: string | undefined
  readonly max: number
}

/** How many characters are left, as people count them; a script keeps it while the author types. */
export function Counter({ locale, of, value = '', max }: CounterProps) {
  const t = textsOf(locale).submit
  const left = max - charactersIn(value.trim())
  return (
    <p class="hint" data-counter={of} data-max={max}>
      {left < 0
        ? t.charactersOver(formatNumber(locale, -left))
        : t.charactersLeft(formatNumber(locale, left))}
    </p>
  )
}
