import type { Locale } from '../../../shared/locale'
import { paths } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface CouncilLeavingPageProps {
  readonly locale: Locale
  readonly council: string
  /** Where its provider asks who one is. */
  readonly address: string
}

/** On the way to a council's provider: the answer's own header leads on, or this button does. */
export function CouncilLeavingPage({ locale, council, address }: CouncilLeavingPageProps) {
  const { leaving } = textsOf(locale).councilSignIn
  return (
    <Page locale={locale} path={paths.deskSignIn} title={leaving.title(council)} noindex>
      <h1>{leaving.title(council)}</h1>
      <p>{leaving.text}</p>
      <p class="actions">
        <a class="button" href={address}>
          {leaving.button}
        </a>
      </p>
    </Page>
  )
}
