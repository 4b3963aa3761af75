import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { Typed } from '../../components/desk/conflict'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface DeskLostPageProps {
  readonly locale: Locale
  readonly values: Readonly<Record<string, string>>
}

/** A form from a browser that no longer says whose it is: what was typed stays here, to be copied. */
export function DeskLostPage({ locale, values }: DeskLostPageProps) {
  const t = textsOf(locale).keptForm
  return (
    <Page styles={['forms', 'desk']} locale={locale} path={paths.deskSignIn} title={t.lostTitle} noindex>
      <h1>{t.lostTitle}</h1>
      <p class="lead">{t.lostLead}</p>
      <Typed locale={locale} values={values} />
      <p>
        <a class="button" href={href(locale, paths.deskSignIn)}>
          {t.signIn}
        </a>
      </p>
    </Page>
  )
}
