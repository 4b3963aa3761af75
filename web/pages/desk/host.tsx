import type { FrontChange } from '../../../shared/community/front'
import type { Host } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import type { FieldError } from '../../components/error-summary'
import { HostBand } from '../../components/host/band'
import { FrontFormFields, type LogoFault, LogoForm } from '../../components/host/front-form'
import { Moment } from '../../components/moment'
import { textsOf } from '../../texts'

export interface DeskHostPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly host: Host
  /** Newest first. */
  readonly changes: readonly FrontChange[]
  readonly flash?: string
  /** What was typed into a form that is shown again. */
  readonly values?: Readonly<Record<string, string>>
  readonly errors?: readonly FieldError[]
  /** Why a file is no logo. */
  readonly logoFault?: LogoFault
}

/** What an organisation shows of itself: how it looks, the form, the logo, and who changed what. */
export function DeskHostPage(props: DeskHostPageProps) {
  const { locale, staff, host, changes, flash, values, errors = [], logoFault } = props
  const t = textsOf(locale).hostDesk
  const theme = host.front?.colours && paths.hostTheme(host.id)
  const path = paths.deskHost(host.id)
  return (
    <DeskLayout
      locale={locale}
      path={path}
      title={t.title}
      staff={staff}
      flash={flash}
      styles={['host']}
      theme={theme}
    >
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <section>
        <h2>{t.preview}</h2>
        <HostBand locale={locale} host={host} heading={false} />
        <p>
          <a href={href(locale, paths.host(host.id))}>{t.publicPage}</a>
        </p>
      </section>
      <FrontFormFields locale={locale} csrf={staff.csrf} host={host} values={values} errors={errors} />
      <LogoForm locale={locale} csrf={staff.csrf} host={host} fault={logoFault} />
      <History locale={locale} changes={changes} />
    </DeskLayout>
  )
}

function History({ locale, changes }: Pick<DeskHostPageProps, 'locale' | 'changes'>) {
  const t = textsOf(locale).hostDesk
  return (
    <section>
      <h2>{t.history}</h2>
      {changes.length === 0 && <p>{t.noHistory}</p>}
      <ol class="rows">
        {changes.map(({ at, by, fields }) => (
          <li>
            {t.changed} {fields.map((field) => t.fields[field]).join(', ')}
            <p class="meta">
              <Moment locale={locale} at={at} /> · {by.name}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
