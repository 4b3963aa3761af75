import type { Locale } from '../../shared/locale'
import { TOPIC_CODES, TOPICS } from '../../shared/petition/topic'
import { type ListQuery, SORTS } from '../../shared/search/list-query'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'

interface CommunityName {
  readonly id: string
  readonly name: { readonly uk: string; readonly en: string }
}

interface SearchFormProps {
  readonly locale: Locale
  readonly query: ListQuery
  readonly communities: readonly CommunityName[]
}

/** What to look for and how: a plain form, whose answer is a page with everything in its address. */
export function SearchForm({ locale, query, communities }: SearchFormProps) {
  const t = textsOf(locale).find
  const { community, status, topic, sort } = query
  const usual = query.q ? 'relevance' : 'newest'
  const sorts = SORTS.filter((one) => query.q || one !== 'relevance')
  return (
    <search>
      <form action={href(locale, paths.search)}>
        <label for="q">{t.label}</label>
        <p class="hint" id="q-hint">
          {t.hint}
        </p>
        <div class="row">
          <input id="q" name="q" type="search" value={query.q} aria-describedby="q-hint" maxlength={200} />
          <button type="submit">{t.button}</button>
        </div>
        {status && <input type="hidden" name="status" value={status} />}
        <details class="narrow" open={Boolean(community || topic || sort)}>
          <summary>{t.more}</summary>
          <div class="choice">
            <Choice
              name="community"
              label={t.community}
              chosen={community}
              options={[
                ['', t.anyCommunity],
                ...communities.map(({ id, name }) => [id, name[locale]] as const),
              ]}
            />
            <Choice
              name="topic"
              label={t.topic}
              chosen={topic}
              options={[
                ['', t.anyTopic],
                ...TOPIC_CODES.map((code) => [code, TOPICS[code][locale]] as const),
              ]}
            />
            <Choice
              name="sort"
              label={t.sort}
              chosen={sort ?? usual}
              options={sorts.map((one) => [one === usual ? '' : one, t.sorts[one]] as const)}
            />
          </div>
        </details>
      </form>
    </search>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly chosen: string | undefined
  readonly options: readonly (readonly [value: string, words: string])[]
}

function Choice({ name, label, chosen = '', options }: ChoiceProps) {
  return (
    <div>
      <label for={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
