import type { Child } from 'hono/jsx'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'

interface PasskeyButtonProps {
  readonly locale: Locale
  /** To prove who somebody is, or to add a key. */
  readonly kind: 'prove' | 'enrol'
  readonly label: string
  /** Where the reader comes out. */
  readonly next: string
  /** Of the mailed link that lets a key be added. */
  readonly token?: string
  /** A form with `data-continue` that is sent instead. */
  readonly children?: Child
}

/** The button behind which the browser asks for a passkey; the one thing of the desk that needs a script. */
export function PasskeyButton({ locale, kind, label, next, token, children }: PasskeyButtonProps) {
  const t = textsOf(locale).passkeys
  return (
    <viche-passkey
      data-kind={kind}
      data-locale={locale}
      data-next={href(locale, next)}
      data-kept={href(locale, paths.deskKept)}
      data-token={token}
      data-working={t.working}
      data-cancelled={t.errors.cancelled}
      data-unsupported={t.errors.unsupported}
      data-known={t.errors.known}
      data-refused={t.errors.refused}
      data-address={t.errors.address}
      data-network={t.errors.network}
    >
      <p class="error" role="alert" data-error hidden></p>
      <button type="button" data-start>
        {label}
      </button>
      <noscript>
        <p class="note">{t.noScript}</p>
      </noscript>
      {children}
    </viche-passkey>
  )
}
