import type { Locale } from '../../shared/locale'
import { TOPICS } from '../../shared/petition/topic'
import { LISTED, type ListQuery } from '../../shared/search/list-query'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'

interface ListProps {
  readonly locale: Locale
  readonly query: ListQuery
}

/** One list for each status, whatever else is chosen. */
export function StatusLinks({ locale, query }: ListProps) {
  const { find, list } = textsOf(locale)
  const { page: _first, ...rest } = query
  const link = (status: ListQuery['status'], words: string) => (
    <a
      href={href(locale, paths.list({ ...rest, status }))}
      aria-current={status === query.status ? 'page' : undefined}
    >
      {words}
    </a>
  )
  return (
    <nav class="filters" aria-label={find.statuses}>
      {link(undefined, list.all)}
      {LISTED.map((status) => link(status, list.filters[status]))}
    </nav>
  )
}

interface ChosenFiltersProps extends ListProps {
  /** Name of the community that is chosen. */
  readonly communityName: string | undefined
}

/** What narrows the list, each with a link that takes it away. */
export function ChosenFilters({ locale, query, communityName }: ChosenFiltersProps) {
  const t = textsOf(locale).find
  const chosen = filtersOf(locale, query, communityName)
  if (chosen.length === 0) return null
  return (
    <div class="chosen">
      <span id="chosen">{t.active}:</span>
      <ul aria-labelledby="chosen">
        {chosen.map(({ words, without }) => (
          <li>
            <a href={href(locale, paths.list(without))} aria-label={t.without(words)}>
              {words} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
      {chosen.length > 1 && <a href={href(locale, paths.list({}))}>{t.clear}</a>}
    </div>
  )
}

interface Filter {
  readonly words: string
  readonly without: ListQuery
}

function filtersOf(locale: Locale, query: ListQuery, communityName: string | undefined): Filter[] {
  const { find: t, list } = textsOf(locale)
  const { page: _first, ...rest } = query
  const { q, community, status, topic, sort } = rest
  const without = (field: keyof typeof rest, words: string): Filter => {
    const { [field]: _gone, ...left } = rest
    // An order by relevance means nothing without words.
    return { words, without: field === 'q' && sort === 'relevance' ? { ...left, sort: undefined } : left }
  }
  return [
    ...(q ? [without('q', t.words(q))] : []),
    ...(community ? [without('community', communityName ?? community)] : []),
    ...(status ? [without('status', list.filters[status])] : []),
    ...(topic ? [without('topic', TOPICS[topic][locale])] : []),
    ...(sort ? [without('sort', t.sorts[sort])] : []),
  ]
}
