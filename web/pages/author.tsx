import type { Locale } from '../../shared/locale'
import type { Status } from '../../shared/petition/petition'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { Journal } from '../components/journal'
import { Notices } from '../components/notices'
import { Page } from '../components/page'
import { Outcome } from '../components/petition/outcome'
import { Share } from '../components/petition/share'
import { PlainText } from '../components/plain-text'
import { Progress } from '../components/progress'
import { StatusBadge } from '../components/status-badge'
import { textsOf } from '../texts'
import { SubmitAgain } from './author/again'
import { Next } from './author/next'
import { AskWithdraw, Withdraw } from './author/withdraw'

/** States in which the author may still withdraw. */
const WITHDRAWABLE: readonly Status[] = ['moderation', 'collecting']

export interface AuthorPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  /** Of the author's mailed link; every form of the page sends it on. */
  readonly token: string
  /** The author's, from the link. */
  readonly email: string
  /** Asks whether the author really means to withdraw. */
  readonly askWithdraw?: boolean
}

/** The author's own page: where the petition stands, what comes next and by when, and what the author may do. */
export function AuthorPage(props: AuthorPageProps) {
  const { locale, petition, token, askWithdraw } = props
  const t = textsOf(locale).author
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={withToken(paths.author, token)}
      title={t.pageTitle(petition.title)}
      scripts={petition.publishedAt ? ['petition'] : []}
      noindex
    >
      <p class="over">{t.title}</p>
      <h1 dir="auto">{petition.title}</h1>
      <p>
        <StatusBadge locale={locale} petition={petition} />
      </p>
      {askWithdraw ? <AskWithdraw locale={locale} token={token} /> : <Standing {...props} />}
    </Page>
  )
}

function Standing(props: AuthorPageProps) {
  const { locale, petition, token } = props
  const t = textsOf(locale).author
  const { status, publishedAt } = petition
  return (
    <>
      <p class="lead">{t.now[status]}</p>
      {publishedAt && <Progress locale={locale} petition={petition} />}
      <Outcome locale={locale} petition={petition} />
      {status === 'refused' && (
        <section class="note">
          <h2>{t.refusedTitle}</h2>
          <p>{t.refusedText}</p>
          <SubmitAgain {...props} words={t.refusedAgain} />
        </section>
      )}
      <Next locale={locale} petition={petition} />
      {(status === 'answered' || status === 'appeal') && (
        <section>
          <h2>{t.appealTitle}</h2>
          <p>{t.appealText}</p>
        </section>
      )}
      {publishedAt && <Published locale={locale} petition={petition} />}
      {status === 'withdrawn' && <SubmitAgain {...props} words={t.again} />}
      {WITHDRAWABLE.includes(status) && <Withdraw locale={locale} token={token} />}
      {!publishedAt && (
        <details>
          <summary>{t.yourText}</summary>
          <PlainText text={petition.text} />
        </details>
      )}
      <Journal locale={locale} petition={petition} />
      <Notices locale={locale} notices={petition.notices.filter(({ to }) => to === 'author')} />
      <p class="note">
        {t.private} <a href={href(locale, paths.authorLink)}>{t.linkTitle}</a>.
      </p>
    </>
  )
}

/** Where everybody reads it, and ways to pass that on instead of this page. */
function Published({ locale, petition }: Pick<AuthorPageProps, 'locale' | 'petition'>) {
  const t = textsOf(locale).author
  return (
    <>
      <p>
        <a class="button" href={href(locale, paths.petition(petition.id))}>
          {t.view}
        </a>
      </p>
      <Share locale={locale} petition={petition} />
      {petition.signable && <p>{t.shareText}</p>}
    </>
  )
}
