import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import type { Status } from '../../shared/petition/petition'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { Pagination } from '../components/pagination'
import { PetitionCards } from '../components/petition-card'
import { SearchBox } from '../components/search-box'
import { textsOf } from '../texts'

/** Statuses that have a list of their own, at `paths.list`. */
export const LISTED = [
  'collecting',
  'threshold-reached',
  'consideration',
  'answered',
  'appeal',
  'archived',
] as const satisfies readonly Status[]

export interface ListPageProps {
  readonly locale: Locale
  /** Of the page's community and status, newest first. */
  readonly petitions: readonly PetitionSummary[]
  readonly community?: Pick<Community, 'id' | 'name'>
  readonly status?: (typeof LISTED)[number]
  /** Counts from 1; a list of one page leaves both out. */
  readonly page?: number
  readonly pages?: number
}

export function ListPage(props: ListPageProps) {
  const { locale, petitions, community, status, page = 1, pages = 1 } = props
  const t = textsOf(locale).list
  const title = community ? t.petitionsOf(community.name[locale]) : t.petitionsTitle
  return (
    <Page styles={['forms']} locale={locale} path={pathOf(props, page)} title={title} scripts={['search']}>
      <h1>{title}</h1>
      <SearchBox locale={locale} community={community?.id} status={status} />
      <Filters {...props} />
      <div id="found">
        <PetitionCards locale={locale} petitions={petitions} />
        <Pagination locale={locale} page={page} pages={pages} pathOf={(n) => pathOf(props, n)} />
      </div>
    </Page>
  )
}

function Filters({ locale, community, status }: ListPageProps) {
  const t = textsOf(locale).list
  return (
    <nav class="filters" aria-label={t.filter}>
      <a
        href={href(locale, paths.list({ community: community?.id }))}
        aria-current={status ? undefined : 'page'}
      >
        {t.all}
      </a>
      {LISTED.map((one) => (
        <a
          href={href(locale, paths.list({ community: community?.id, status: one }))}
          aria-current={one === status ? 'page' : undefined}
        >
          {t.filters[one]}
        </a>
      ))}
    </nav>
  )
}

function pathOf({ community, status }: ListPageProps, page: number): string {
  return paths.list({ community: community?.id, status, page })
}
