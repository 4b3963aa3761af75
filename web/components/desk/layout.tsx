import type { Child } from 'hono/jsx'
import type { Locale } from '../../../shared/locale'
import type { Grant } from '../../../shared/staff/staff-member'
import { href, paths } from '../../addresses'
import type { Script, Style } from '../../assets'
import { textsOf } from '../../texts'
import { LanguageSwitch, Wordmark } from '../header'
import { Page } from '../page'
import { sectionsFor } from './sections'

export interface SignedIn {
  readonly name: string
  /** Put into every form of the desk and checked on each. */
  readonly csrf: string
  /** Roles and where they count; they decide which sections the navigation shows. */
  readonly grants: readonly Grant[]
}

interface DeskPageProps {
  readonly locale: Locale
  readonly path: string
  readonly title: string
  readonly staff: SignedIn
  /** Something was saved. */
  readonly flash?: string | undefined
  /** Beside those of every page of the desk. */
  readonly styles?: readonly Style[]
  readonly scripts?: readonly Script[]
  readonly theme?: string | undefined
  readonly children?: Child
}

/** A page of the staff desk: its own header, never indexed. */
export function DeskLayout(props: DeskPageProps) {
  const { locale, path, title, staff, flash, styles = [], scripts = [], theme, children } = props
  return (
    <Page
      styles={['forms', 'desk', ...styles]}
      scripts={scripts}
      theme={theme}
      locale={locale}
      path={path}
      title={title}
      header={<DeskHeader locale={locale} path={path} staff={staff} />}
      noindex
      wide
    >
      {flash && (
        <p class="flash" role="status">
          {flash}
        </p>
      )}
      {children}
    </Page>
  )
}

function DeskHeader({ locale, path, staff }: Pick<DeskPageProps, 'locale' | 'path' | 'staff'>) {
  const texts = textsOf(locale)
  const t = texts.desk
  return (
    <header class="top desk">
      <div class="bar">
        <Wordmark locale={locale} />
        <LanguageSwitch locale={locale} path={path} />
        <nav aria-label={t.menu}>
          {sectionsFor(staff.grants).map((section) => (
            <a href={href(locale, section.path)} aria-current={currentOf(path, section.path)}>
              {section.label(texts)}
            </a>
          ))}
          <span class="meta">{t.signedInAs(staff.name)}</span>
          <form method="post" action={href(locale, paths.deskSignOut)}>
            <input type="hidden" name="csrf" value={staff.csrf} />
            <button class="plain" type="submit">
              {t.signOut}
            </button>
          </form>
        </nav>
      </div>
    </header>
  )
}

/** The queue is also what every petition of the desk belongs to. */
function currentOf(path: string, section: string): 'page' | 'true' | undefined {
  if (path === section) return 'page'
  const within = section === paths.desk ? paths.deskPetition('') : `${section}/`
  return path.startsWith(within) ? 'true' : undefined
}
