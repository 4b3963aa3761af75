import type { Locale } from '../../../shared/locale'
import type { AuditEntry } from '../../../shared/staff/audit-entry'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { wordFor } from '../../texts/speech'
import { Moment } from '../moment'

/** A line of the trail with whose it is. */
export interface AuditLineView extends AuditEntry {
  readonly name: string
}

interface AuditLineProps {
  readonly locale: Locale
  readonly line: AuditLineView
}

/** Who did what to what, with which outcome; when and from where stands below. */
export function AuditLineItem({ locale, line }: AuditLineProps) {
  const { audit: t, office } = textsOf(locale)
  const { role, outcome, code, from } = line
  return (
    <>
      <p>
        <strong>{line.name}</strong> ({role ? wordFor(office.people.roleNames, role) : t.noRole}):{' '}
        {wordFor(t.actions, line.action)} — <About locale={locale} line={line} />
      </p>
      <p class="meta">
        <Moment locale={locale} at={line.at} /> · <strong>{t.outcomes[outcome]}</strong>
        {code !== undefined && ` (${t.code(code)})`} · {t.browsers[from.browser]} · {t.network(from.network)}
      </p>
    </>
  )
}

function About({ locale, line: { resource } }: AuditLineProps) {
  const petition = /^petition:(.+)$/.exec(resource)?.[1]
  const words = aboutIn(locale, resource)
  if (petition === undefined) return <>{words}</>
  return <a href={href(locale, paths.deskPetition(petition))}>{words}</a>
}

function aboutIn(locale: Locale, resource: string): string {
  const t = textsOf(locale).audit
  const [, kind, id = ''] = /^(\w+)(?::(.*))?$/.exec(resource) ?? []
  if (kind === 'petition') return t.petition(id)
  if (kind === 'community') return t.community(id)
  if (kind === 'host') return t.host(id)
  return kind === 'installation' ? t.whole : t.own
}

/** A line as a row of the table, in the order of its columns; moments as RFC 3339 in UTC. */
export function lineWords(locale: Locale, line: AuditLineView): string[] {
  const { audit: t, office } = textsOf(locale)
  const { at, name, role, action, resource, outcome, code = '', from, request } = line
  return [
    at,
    name,
    role ? wordFor(office.people.roleNames, role) : t.noRole,
    wordFor(t.actions, action),
    aboutIn(locale, resource),
    t.outcomes[outcome],
    code,
    from.network,
    t.browsers[from.browser],
    request,
  ]
}
