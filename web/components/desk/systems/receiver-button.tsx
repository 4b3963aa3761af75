import type { Locale } from '../../../../shared/locale'
import { href, paths, type ReceiverChange } from '../../../addresses'

interface ButtonProps {
  readonly locale: Locale
  readonly hidden: Readonly<Record<string, string>>
  readonly change: ReceiverChange
  readonly label: string
}

/** A form of one button. */
export function ReceiverButton({ locale, hidden, change, label }: ButtonProps) {
  return (
    <form method="post" action={href(locale, paths.deskReceivers(change))}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="quiet">
        {label}
      </button>
    </form>
  )
}
