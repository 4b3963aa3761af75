import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { roleIn } from '../../texts/speech'
import type { ForeseenMail } from './foreseen-view'

/** Mails as they will go out: to whom, the subject, the words. */
export function Mails({
  locale,
  mails,
}: {
  readonly locale: Locale
  readonly mails: readonly ForeseenMail[]
}) {
  const t = textsOf(locale).deskCase
  if (mails.length === 0) return <p>{t.notMailed}</p>
  return (
    <section aria-labelledby="mails">
      <h2 id="mails">{t.mails}</h2>
      {mails.map(({ to, subject, text }) => (
        <article class="letter">
          <p>
            <span class="meta">{t.mailTo}:</span> {roleIn(locale, to)}
            <br />
            <span class="meta">{t.mailSubject}:</span> <strong>{subject}</strong>
          </p>
          <div class="letter-text">{text}</div>
        </article>
      ))}
    </section>
  )
}
