import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'

/** For whoever waits for a mail that does not come; a script makes the buttons work. */
export function MailHelp({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).signing.sent
  return (
    <>
      <h3>{t.help}</h3>
      <ul>
        <li>{t.spam}</li>
        <li>{t.wait}</li>
        <li>{t.typo}</li>
      </ul>
      <p class="actions">
        <button type="button" class="quiet" data-correct>
          {t.correct}
        </button>
        <button
          type="button"
          class="quiet"
          data-again={t.again}
          data-again-in={t.againIn}
          data-sent-again={t.sentAgain}
        >
          {t.again}
        </button>
      </p>
      <p class="working" role="status" data-repeated></p>
    </>
  )
}
