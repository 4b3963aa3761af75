import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { signaturesIn, termIn } from '../texts/speech'

interface CommunityLinksProps {
  readonly locale: Locale
  readonly communities: readonly Community[]
}

/** Communities to choose from, each with what its petitions need. */
export function CommunityLinks({ locale, communities }: CommunityLinksProps) {
  return (
    <ul class="choices">
      {communities.map(({ id, name, settings }) => (
        <li>
          <a href={href(locale, paths.community(id))}>
            <strong>{name[locale]}</strong>
            <span class="meta">
              {signaturesIn(locale, settings.threshold)} · {termIn(locale, settings.collection)}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
