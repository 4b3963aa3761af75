import type { Locale } from '../../shared/locale'
import { searchIndexPath } from '../addresses'
import { textsOf } from '../texts'

interface SearchBoxProps {
  readonly locale: Locale
  readonly community: string | undefined
  readonly status: string | undefined
}

/** Search for the list below it; without scripts it stays hidden and the list stays whole. */
export function SearchBox({ locale, community, status }: SearchBoxProps) {
  const { one, few, many, other } = textsOf(locale).list.searchFound
  const t = textsOf(locale).list
  return (
    <viche-search
      hidden
      data-index={searchIndexPath(locale)}
      data-list="found"
      data-community={community}
      data-status={status}
      data-found={[one, few, many, other].join('|')}
      data-none={t.searchNone}
      data-failed={t.searchFailed}
    >
      <search>
        <form>
          <label for="q">{t.search}</label>
          <p class="hint" id="q-hint">
            {t.searchHint}
          </p>
          <div class="row">
            <input id="q" name="q" type="search" aria-describedby="q-hint" maxlength={200} />
            <button type="submit">{t.searchButton}</button>
          </div>
        </form>
      </search>
      <p role="status"></p>
      <ul class="cards"></ul>
      <template>
        <li class="card">
          <span class="badge"></span>
          <h3>
            <a href="/">{t.search}</a>
          </h3>
          <p class="meta" data-part="meta"></p>
          <progress max={1} value={0}></progress>
          <p class="meta">
            <strong></strong> <span></span>
          </p>
        </li>
      </template>
    </viche-search>
  )
}
