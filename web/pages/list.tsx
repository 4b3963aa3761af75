import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import type { FoundPage } from '../../shared/search/find-petitions'
import type { ListField, ListQuery } from '../../shared/search/list-query'
import { href, paths } from '../addresses'
import { ChosenFilters, StatusLinks } from '../components/chosen-filters'
import { Page } from '../components/page'
import { Pagination } from '../components/pagination'
import { PetitionCards } from '../components/petition-card'
import { SearchForm } from '../components/search-form'
import { textsOf } from '../texts'
import { plural } from '../texts/plural'

export interface ListPageProps {
  readonly locale: Locale
  /** What the page's address asks for; its page is the one that is shown. */
  readonly query: ListQuery
  readonly found: FoundPage
  /** To choose from. */
  readonly communities: readonly Pick<PetitionSummary['community'], 'id' | 'name'>[]
  /** Parts of the address that made no sense. */
  readonly ignored?: readonly ListField[]
}

/** A list of petitions: the file for the newest ones, and whatever else a reader asks for. */
export function ListPage({ locale, query, found, communities, ignored = [] }: ListPageProps) {
  const t = textsOf(locale)
  const communityName = communities.find(({ id }) => id === query.community)?.name[locale]
  const title = communityName ? t.list.petitionsOf(communityName) : t.list.petitionsTitle
  const path = paths.list(query)
  return (
    <Page
      locale={locale}
      path={path}
      title={query.q ? `${query.q} — ${title}` : title}
      styles={['forms', 'lists']}
      noindex={query.q !== undefined || ignored.length > 0}
    >
      <h1>{title}</h1>
      <SearchForm locale={locale} query={query} communities={communities} />
      <StatusLinks locale={locale} query={query} />
      <ChosenFilters locale={locale} query={query} communityName={communityName} />
      {ignored.length > 0 && (
        <p class="note">{t.find.ignored(ignored.map((field) => t.find.fields[field]).join(', '))}</p>
      )}
      {found.total === 0 ? (
        <NothingFound locale={locale} query={query} found={found} />
      ) : (
        <Results locale={locale} query={query} found={found} />
      )}
    </Page>
  )
}

type ResultsProps = Pick<ListPageProps, 'locale' | 'query' | 'found'>

function Results({ locale, query, found }: ResultsProps) {
  const t = textsOf(locale).find
  return (
    <>
      <h2 class="total" id="found">
        {plural(locale, found.total, t.total)}
      </h2>
      {found.instead !== undefined && <p class="note">{t.instead(found.instead)}</p>}
      {found.partly && <p class="note">{t.partly}</p>}
      <PetitionCards locale={locale} petitions={found.petitions} />
      <Pagination
        locale={locale}
        page={found.page}
        pages={found.pages}
        pathOf={(page) => paths.list({ ...query, page })}
      />
    </>
  )
}

/** Says so, and where to go on from here. */
function NothingFound({ locale, query, found }: ResultsProps) {
  const { find, list } = textsOf(locale)
  const t = find.nothing
  const { q, community, status, topic } = query
  if (!q && !community && !status && !topic) return <p class="nothing">{list.empty}</p>
  return (
    <section class="nothing">
      <h2 id="found">{t.title}</h2>
      {q && <p>{t.spelling}</p>}
      <ul>
        {found.unfiltered > 0 && (community || status || topic) && (
          <li>
            <a href={href(locale, paths.list({ q }))}>{plural(locale, found.unfiltered, t.unfiltered)}</a>
          </li>
        )}
        {q && (
          <li>
            <a href={href(locale, paths.petitions)}>{t.all}</a>
          </li>
        )}
        <li>
          <a href={href(locale, community ? paths.community(community) : paths.communities)}>{t.submit}</a>
        </li>
      </ul>
    </section>
  )
}
