import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { paths } from '../addresses'
import { CommunityLinks } from '../components/community-links'
import { Page } from '../components/page'
import { textsOf } from '../texts'

interface CommunitiesPageProps {
  readonly locale: Locale
  readonly communities: readonly Community[]
}

export function CommunitiesPage({ locale, communities }: CommunitiesPageProps) {
  const t = textsOf(locale).list
  return (
    <Page locale={locale} path={paths.communities} title={t.communitiesTitle}>
      <h1>{t.communitiesTitle}</h1>
      <p class="lead">{t.communitiesLead}</p>
      <CommunityLinks locale={locale} communities={communities} />
    </Page>
  )
}
