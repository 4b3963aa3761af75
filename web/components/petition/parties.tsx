import type { Locale } from '../../../shared/locale'
import type { PetitionSummary } from '../../../shared/petition/view'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { nameOf } from '../../texts/speech'

/** To whom, from whom, and who collects the signatures where that is not the council. */
export function Parties({
  locale,
  petition,
}: {
  readonly locale: Locale
  readonly petition: PetitionSummary
}) {
  const t = textsOf(locale).petition
  const { community, host, author } = petition
  return (
    <dl class="facts">
      <div>
        <dt>{t.addressee}</dt>
        <dd>
          <a href={href(locale, paths.community(community.id))}>{community.council[locale]}</a>
        </dd>
      </div>
      <div>
        <dt>{t.author}</dt>
        <dd>
          <bdi>{nameOf(author)}</bdi>
        </dd>
      </div>
      {host.kind === 'ngo' && (
        <div>
          <dt>{t.host}</dt>
          <dd>
            <a href={href(locale, paths.host(host.id))}>{host.name[locale]}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}
