import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import { paths } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface LeavingPageProps {
  readonly locale: Locale
  readonly level: ProviderLevel
  /** Where the provider asks who one is. */
  readonly address: string
}

/** On the way to an identity provider: the answer's own header leads on, or this button does. */
export function LeavingPage({ locale, level, address }: LeavingPageProps) {
  const t = textsOf(locale).identity.begin
  return (
    <Page locale={locale} path={paths.home} title={t.leaving[level]} noindex>
      <h1>{t.leaving[level]}</h1>
      <p>{t.leavingText}</p>
      <p class="actions">
        <a class="button" href={address}>
          {t.button[level]}
        </a>
      </p>
    </Page>
  )
}
