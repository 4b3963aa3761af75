import type { Host } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { textsOf } from '../../texts'

export interface DeskHostsPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly hosts: readonly Pick<Host, 'id' | 'name'>[]
}

/** The organisations whose pages somebody may change. */
export function DeskHostsPage({ locale, staff, hosts }: DeskHostsPageProps) {
  const t = textsOf(locale).hostDesk
  return (
    <DeskLayout locale={locale} path={paths.deskHosts} title={t.section} staff={staff}>
      <h1>{t.section}</h1>
      <p>{hosts.length === 0 ? t.none : t.listLead}</p>
      <ul>
        {hosts.map(({ id, name }) => (
          <li>
            <a href={href(locale, paths.deskHost(id))}>{name[locale]}</a>
          </li>
        ))}
      </ul>
    </DeskLayout>
  )
}
