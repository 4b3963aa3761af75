import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'

interface CommunityChoiceProps {
  readonly locale: Locale
  readonly communities: readonly Pick<Community, 'id' | 'name'>[]
}

/** A reader's own community, by a plain form that leads to its petitions. */
export function CommunityChoice({ locale, communities }: CommunityChoiceProps) {
  const t = textsOf(locale).community
  const byName = communities.toSorted((a, b) => a.name[locale].localeCompare(b.name[locale], locale))
  return (
    <>
      <form action={href(locale, paths.search)}>
        <label for="my-community">{t.chooseLabel}</label>
        <div class="row">
          <select id="my-community" name="community">
            {byName.map(({ id, name }) => (
              <option value={id}>{name[locale]}</option>
            ))}
          </select>
          <button type="submit">{t.chooseButton}</button>
        </div>
      </form>
      <p class="further">
        <a href={href(locale, paths.communities)}>{t.chooseAll}</a>
      </p>
    </>
  )
}
