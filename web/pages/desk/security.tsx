import type { Locale } from '../../../shared/locale'
import type { Passkey } from '../../../shared/staff/passkey'
import type { StaffSession } from '../../../shared/staff/staff-session'
import { href, paths } from '../../addresses'
import { Hidden } from '../../components/desk/hidden'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { PasskeyButton } from '../../components/desk/passkey'
import { textsOf } from '../../texts'
import { formatMoment } from '../../texts/format'

export interface DeskSecurityPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly keys: readonly Passkey[]
  /** Those that are open now. */
  readonly sessions: readonly StaffSession[]
  /** Id of the session that reads. */
  readonly current: string
  /** A council's provider vouched for the reader, who touches no keys. */
  readonly byCouncil?: boolean
}

/** The reader's own passkeys, and where they are signed in. */
export function DeskSecurityPage(props: DeskSecurityPageProps) {
  const { locale, staff } = props
  const { passkeys, councilSignIn } = textsOf(locale)
  const t = passkeys.own
  return (
    <DeskLayout locale={locale} path={paths.deskSecurity} title={t.title} staff={staff} scripts={['passkey']}>
      <h1>{t.title}</h1>
      {props.byCouncil ? <p class="lead">{councilSignIn.noKeys}</p> : <Keys {...props} />}
      <Sessions {...props} />
    </DeskLayout>
  )
}

function Keys(props: DeskSecurityPageProps) {
  const t = textsOf(props.locale).passkeys.own
  return (
    <>
      <p class="lead">{t.lead}</p>
      <h2>{t.keys}</h2>
      <ul class="rows">
        {props.keys.map((key, index) => (
          <Key {...props} passkey={key} index={index} />
        ))}
      </ul>
      <PasskeyButton locale={props.locale} kind="enrol" label={t.add} next={paths.deskSecurity} />
    </>
  )
}

function Key({
  locale,
  staff,
  keys,
  passkey,
  index,
}: DeskSecurityPageProps & { readonly passkey: Passkey; readonly index: number }) {
  const t = textsOf(locale).passkeys.own
  const { id, name, createdAt, lastUsedAt, synced } = passkey
  const facts = [
    t.created(formatMoment(locale, createdAt)),
    lastUsedAt ? t.used(formatMoment(locale, lastUsedAt)) : t.unused,
    ...(synced ? [t.synced] : []),
  ]
  return (
    <li>
      <p>
        <strong>{name}</strong>
      </p>
      <p class="meta">{facts.join(' · ')}</p>
      <form method="post" action={href(locale, paths.deskSecurityStep('rename'))}>
        <Hidden fields={{ csrf: staff.csrf, id }} />
        <p>
          <label for={`name-${index}`}>{t.name}</label>
          <input id={`name-${index}`} name="name" value={name} maxlength={60} required />
        </p>
        <button type="submit" class="quiet">
          {t.rename}
        </button>
      </form>
      {keys.length > 1 ? (
        <form method="post" action={href(locale, paths.deskSecurityStep('remove'))}>
          <Hidden fields={{ csrf: staff.csrf, id }} />
          <button type="submit" class="quiet">
            {t.remove(name)}
          </button>
        </form>
      ) : (
        <p class="meta">{t.only}</p>
      )}
    </li>
  )
}

function Sessions({ locale, staff, sessions, current }: DeskSecurityPageProps) {
  const { own: t, browser } = textsOf(locale).passkeys
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t.sessions}</h2>
      <ul class="rows">
        {sessions.map((session) => (
          <li>
            <p>
              <strong>{browser(session)}</strong>
              {session.id === current && ` (${t.here})`}
            </p>
            <p class="meta">{t.began(formatMoment(locale, session.startedAt))}</p>
            {session.id !== current && (
              <form method="post" action={href(locale, paths.deskSecurityStep('end'))}>
                <Hidden fields={{ csrf: staff.csrf, id: session.id }} />
                <button type="submit" class="quiet" aria-label={t.endOf(browser(session))}>
                  {t.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action={href(locale, paths.deskSecurityStep('end-others'))}>
          <Hidden fields={{ csrf: staff.csrf }} />
          <button type="submit">{t.endOthers}</button>
        </form>
      )}
    </section>
  )
}
