import type { Community, Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'

interface ContactsProps {
  readonly locale: Locale
  readonly community: Community
  readonly hosts: readonly Host[]
}

/** Whom to ask: the council, those of its people whom it publishes, and who else collects signatures for it. */
export function Contacts({ locale, community, hosts }: ContactsProps) {
  const t = textsOf(locale).community
  const { council, email, phone, address, people = [] } = community
  const ngos = hosts.filter(({ kind }) => kind === 'ngo')
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">{t.contacts}</h2>
      <h3>{council[locale]}</h3>
      <dl class="facts">
        <Line label={t.email} value={email} href={`mailto:${email}`} />
        {phone && <Line label={t.phone} value={phone} href={telephone(phone)} />}
        {address && <Line label={t.address} value={address[locale]} />}
      </dl>
      {people.length > 0 && (
        <ul class="rows">
          {people.map((person) => (
            <li>
              <strong>{t.positions[person.role]}</strong>
              {person.name && <>: {person.name}</>}
              <Ways {...person} />
            </li>
          ))}
        </ul>
      )}
      {ngos.length > 0 && (
        <>
          <h3>{t.hosts}</h3>
          <ul>
            {ngos.map(({ name, email: its }) => (
              <li>
                {name[locale]}, <a href={`mailto:${its}`}>{its}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function Ways({ phone, email }: { readonly phone?: string; readonly email?: string }) {
  return (
    <>
      {phone && (
        <>
          , <a href={telephone(phone)}>{phone}</a>
        </>
      )}
      {email && (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      )}
    </>
  )
}

interface LineProps {
  readonly label: string
  readonly value: string
  readonly href?: string
}

function Line({ label, value, href }: LineProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{href ? <a href={href}>{value}</a> : value}</dd>
    </div>
  )
}

/** RFC 3966: a number without the marks that only people read. */
function telephone(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`
}
