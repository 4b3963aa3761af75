import type { Community } from '../../../shared/community/settings'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { DeskLayout, type SignedIn } from '../../components/desk/layout'
import { textsOf } from '../../texts'

interface DeskSettingsChoicePageProps {
  readonly locale: Locale
  readonly staff: SignedIn
  readonly communities: readonly Community[]
}

/** For whoever looks after several communities. */
export function DeskSettingsChoicePage({ locale, staff, communities }: DeskSettingsChoicePageProps) {
  const t = textsOf(locale).office.settings
  return (
    <DeskLayout locale={locale} path={paths.deskSettings} title={t.title} staff={staff}>
      <h1>{t.title}</h1>
      <h2>{t.choose}</h2>
      <ul class="rows">
        {communities.map(({ id, name }) => (
          <li>
            <a href={href(locale, paths.deskSettingsOf(id))}>{name[locale]}</a>
          </li>
        ))}
      </ul>
    </DeskLayout>
  )
}
