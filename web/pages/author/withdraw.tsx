import type { Locale } from '../../../shared/locale'
import { href, paths, withToken } from '../../addresses'
import { textsOf } from '../../texts'

interface WithdrawProps {
  readonly locale: Locale
  readonly token: string
}

/** Leads to the question whether it is meant. */
export function Withdraw({ locale, token }: WithdrawProps) {
  const t = textsOf(locale).author
  return (
    <section>
      <h2>{t.withdraw}</h2>
      <p>{t.withdrawLead}</p>
      <form method="get" action={href(locale, paths.author)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="withdraw" value="ask" />
        <button class="quiet" type="submit">
          {t.withdraw}
        </button>
      </form>
    </section>
  )
}

export function AskWithdraw({ locale, token }: WithdrawProps) {
  const t = textsOf(locale).author
  return (
    <section class="note">
      <h2>{t.withdrawAsk}</h2>
      <p>{t.withdrawWarning}</p>
      <form method="post" action={href(locale, paths.author)}>
        <input type="hidden" name="token" value={token} />
        <button class="danger" type="submit">
          {t.withdrawYes}
        </button>
      </form>
      <p>
        <a href={href(locale, withToken(paths.author, token))}>{t.withdrawNo}</a>
      </p>
    </section>
  )
}
