import type { Locale } from '../../../shared/locale'
import { href, paths, withToken } from '../../addresses'
import { PasskeyButton } from '../../components/desk/passkey'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface DeskEnterPageProps {
  readonly locale: Locale
  readonly token: string
  /** Whose link it is. */
  readonly name: string
  /** What it is good for; `asked` once its holder has asked for another key. */
  readonly leadsTo: 'first-key' | 'another-key' | 'recovery' | 'nothing' | 'asked'
  readonly petition?: string | undefined
}

/** Where a mailed link leads. Mail scanners open links, so opening it does nothing: a key is added by a press. */
export function DeskEnterPage(props: DeskEnterPageProps) {
  const { locale, token, leadsTo } = props
  const title = titleOf(props)
  const adds = leadsTo === 'first-key' || leadsTo === 'another-key'
  return (
    <Page
      styles={['forms']}
      scripts={['passkey']}
      locale={locale}
      path={withToken(paths.deskEnter, token)}
      title={title}
      noindex
    >
      <h1>{title}</h1>
      {adds ? <AddKey {...props} /> : <NoKey {...props} />}
    </Page>
  )
}

function titleOf({ locale, leadsTo }: DeskEnterPageProps): string {
  const { enrol, recover, nothing } = textsOf(locale).passkeys
  if (leadsTo === 'recovery') return recover.title
  if (leadsTo === 'asked') return recover.askedTitle
  return leadsTo === 'nothing' ? nothing.title : enrol.title
}

function AddKey({ locale, token, name, leadsTo, petition }: DeskEnterPageProps) {
  const t = textsOf(locale).passkeys.enrol
  return (
    <>
      <p class="lead">{t.lead(name)}</p>
      {leadsTo === 'another-key' && <p class="note">{t.another}</p>}
      <h2>{t.what}</h2>
      <ul>
        <li>{t.recognises}</li>
        <li>{t.remembers}</li>
        <li>{t.stays}</li>
        <li>{t.elsewhere}</li>
      </ul>
      <PasskeyButton
        locale={locale}
        kind="enrol"
        label={t.button}
        token={token}
        next={petition ? paths.deskPetition(petition) : paths.desk}
      />
    </>
  )
}

function NoKey({ locale, token, leadsTo, petition }: DeskEnterPageProps) {
  const { passkeys } = textsOf(locale)
  const t = passkeys.recover
  if (leadsTo === 'asked') return <p class="lead">{t.asked}</p>
  if (leadsTo === 'nothing') return <p class="lead">{passkeys.nothing.lead}</p>
  return (
    <>
      <p class="lead">{t.lead}</p>
      <PasskeyButton
        locale={locale}
        kind="prove"
        label={passkeys.signIn}
        next={petition ? paths.deskPetition(petition) : paths.desk}
      />
      <h2>{t.lostTitle}</h2>
      <p>{t.lost}</p>
      <form method="post" action={href(locale, paths.deskEnter)}>
        <input type="hidden" name="token" value={token} />
        <button type="submit" class="quiet">
          {t.button}
        </button>
      </form>
    </>
  )
}
