import type { Locale } from '../../shared/locale'
import type { Status } from '../../shared/petition/petition'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { Page } from '../components/page'
import { Outcome } from '../components/petition/outcome'
import { Progress } from '../components/progress'
import { StatusBadge } from '../components/status-badge'
import { textsOf } from '../texts'
import { formatDate } from '../texts/format'
import { roleIn } from '../texts/speech'

/** States in which the author may still withdraw. */
const WITHDRAWABLE: readonly Status[] = ['moderation', 'collecting']

export interface AuthorPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** Of the author's mailed link; every form of the page sends it on. */
  readonly token: string
  /** Asks whether the author really means to withdraw. */
  readonly askWithdraw?: boolean
}

/** The author's own page: where the petition stands, what comes next, and withdrawing it. */
export function AuthorPage({ locale, petition, token, askWithdraw }: AuthorPageProps) {
  const t = textsOf(locale).forms.author
  return (
    <Page styles={['forms']} locale={locale} path={withToken(paths.author, token)} title={t.title} noindex>
      <p class="over">{t.title}</p>
      <h1>{petition.title}</h1>
      <p>
        <StatusBadge locale={locale} petition={petition} />
      </p>
      {askWithdraw ? (
        <AskWithdraw locale={locale} token={token} />
      ) : (
        <Standing locale={locale} petition={petition} token={token} />
      )}
    </Page>
  )
}

function Standing({ locale, petition, token }: AuthorPageProps) {
  const { forms, petition: words } = textsOf(locale)
  const t = forms.author
  return (
    <>
      <p class="note">{t.private}</p>
      {petition.publishedAt && <Progress locale={locale} petition={petition} />}
      <p>{words.now[petition.status]}</p>
      <Outcome locale={locale} petition={petition} />
      <h2>{t.next}</h2>
      <Next locale={locale} petition={petition} />
      {petition.publishedAt && (
        <p>
          <a class="button" href={href(locale, paths.petition(petition.id))}>
            {t.view}
          </a>
        </p>
      )}
      {WITHDRAWABLE.includes(petition.status) && <Withdraw locale={locale} token={token} />}
    </>
  )
}

/** Open and overdue obligations: what others owe, and by when. */
function Next({ locale, petition }: Pick<AuthorPageProps, 'locale' | 'petition'>) {
  const t = textsOf(locale).forms.author
  const open = petition.deadlines.filter(({ status }) => status === 'open' || status === 'overdue')
  if (open.length === 0) return <p>{t.nextNothing}</p>
  return (
    <ul>
      {open.map(({ title, actor, due }) => (
        <li>{t.nextDue(title[locale], roleIn(locale, actor), formatDate(locale, due))}</li>
      ))}
    </ul>
  )
}

function Withdraw({ locale, token }: Pick<AuthorPageProps, 'locale' | 'token'>) {
  const t = textsOf(locale).forms.author
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

function AskWithdraw({ locale, token }: Pick<AuthorPageProps, 'locale' | 'token'>) {
  const t = textsOf(locale).forms.author
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
