import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { Hidden } from '../../components/desk/hidden'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { PlainText } from '../../components/plain-text'
import { textsOf } from '../../texts'

export interface DeskKeptPageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly fields: Readonly<Record<string, string>>
}

/** Fields that say nothing to a reader. */
const UNSEEN = ['seq', 'version', 'digest', 'do', 'confirmed', 'from']

/** A form that was sent when the session had ended: it waited, and goes on by one press. */
export function DeskKeptPage({ locale, staff, fields }: DeskKeptPageProps) {
  const t = textsOf(locale).keptForm
  const typed = Object.entries(fields).filter(
    ([name, value]) => !UNSEEN.includes(name) && value.trim() !== '',
  )
  return (
    <DeskLayout locale={locale} path={paths.deskKept} title={t.title} staff={staff}>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {typed.map(([, value]) => (
        <blockquote class="letter">
          <PlainText text={value} />
        </blockquote>
      ))}
      <div class="actions">
        <form method="post" action={`${href(locale, paths.deskKept)}?send`}>
          <Hidden fields={{ ...fields, csrf: staff.csrf }} />
          <button type="submit">{t.send}</button>
        </form>
        <form method="post" action={href(locale, paths.deskKept)}>
          <Hidden fields={{ csrf: staff.csrf }} />
          <button type="submit" class="quiet">
            {t.discard}
          </button>
        </form>
      </div>
    </DeskLayout>
  )
}
