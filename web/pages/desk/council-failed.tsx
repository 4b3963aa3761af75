import type { Locale } from '../../../shared/locale'
import type { CouncilFailureReason } from '../../../shared/staff/council-sign-in'
import { href, paths } from '../../addresses'
import { CouncilWays, type OfferedCouncil } from '../../components/desk/councils'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface CouncilFailedPageProps {
  readonly locale: Locale
  readonly council: OfferedCouncil
  readonly reason: CouncilFailureReason
  readonly petition?: string | undefined
}

/** Somebody was not let in by their council's provider: why, and what else can be done. */
export function CouncilFailedPage({ locale, council, reason, petition }: CouncilFailedPageProps) {
  const { councilSignIn: t, forms } = textsOf(locale)
  const { title, text } = t.failures[reason]
  const other = petition ? `${paths.deskSignIn}?petition=${petition}` : paths.deskSignIn
  return (
    <Page styles={['forms']} locale={locale} path={paths.deskSignIn} title={title} noindex>
      <h1>{title}</h1>
      <p class="lead">{text(council.name)}</p>
      <h2>{t.instead}</h2>
      <CouncilWays locale={locale} councils={[council]} petition={petition} />
      <p>
        <a href={href(locale, other)}>{t.other}</a>
      </p>
      <p class="meta">
        {forms.problem.code}: <code>council-{reason}</code>
      </p>
    </Page>
  )
}
