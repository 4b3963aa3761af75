import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { CouncilWays, type OfferedCouncil } from '../../components/desk/councils'
import { Hidden } from '../../components/desk/hidden'
import { PasskeyButton } from '../../components/desk/passkey'
import { Page } from '../../components/page'
import { PlainText } from '../../components/plain-text'
import { textsOf } from '../../texts'

export interface DeskConfirmPageProps {
  readonly locale: Locale
  /** Of the form that waits, with its proof that the desk showed it. */
  readonly fields: Readonly<Record<string, string>>
  /** Of a session that it vouched for: it is asked again. */
  readonly council?: OfferedCouncil | undefined
}

/** Before what cannot be taken back somebody proves once more who they are; then their form goes on. */
export function DeskConfirmPage({ locale, fields, council }: DeskConfirmPageProps) {
  const { passkeys: t, councilSignIn } = textsOf(locale)
  return (
    <Page
      styles={['forms', 'desk']}
      scripts={['passkey']}
      locale={locale}
      path={paths.deskSignIn}
      title={t.confirm.title}
      noindex
    >
      <h1>{t.confirm.title}</h1>
      <p class="lead">{council ? councilSignIn.confirm : t.confirm.lead}</p>
      {council ? (
        <CouncilWays locale={locale} councils={[council]} />
      ) : (
        <PasskeyButton locale={locale} kind="prove" label={t.confirm.button} next={paths.desk}>
          <form method="post" action={`${href(locale, paths.deskKept)}?send`} data-continue>
            <Hidden fields={fields} />
          </form>
        </PasskeyButton>
      )}
      <Waiting locale={locale} fields={fields} />
    </Page>
  )
}

/** What somebody wrote, to be read once more; words alone, no codes. */
function Waiting({ locale, fields }: DeskConfirmPageProps) {
  const written = Object.entries(fields).filter(
    ([name, value]) => WRITTEN.includes(name) && value.trim() !== '',
  )
  if (written.length === 0) return null
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">{textsOf(locale).passkeys.confirm.typed}</h2>
      {written.map(([, value]) => (
        <blockquote class="letter">
          <PlainText text={value} />
        </blockquote>
      ))}
    </section>
  )
}

const WRITTEN = ['text', 'reasons', 'explanation', 'statement', 'reason', 'signatures', 'name', 'email']
