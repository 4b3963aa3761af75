import type { Community } from '../../../shared/community/settings'
import type { Holdings } from '../../../shared/resident/holdings'
import { href, paths } from '../../addresses'
import { Authored, Contacts, News } from '../../components/me/mails'
import { OpenFor, type Owner } from '../../components/me/open-for'
import { Signatures } from '../../components/me/signatures'
import { Page } from '../../components/page'
import { type Texts, textsOf } from '../../texts'
import { plural } from '../../texts/plural'

export interface OverviewPageProps extends Owner {
  readonly held: Holdings
  /** How many petitions were looked through, and where older ones begin. */
  readonly searched: number
  readonly next?: string | undefined
  readonly communities: readonly Pick<Community, 'id' | 'name'>[]
  /** The community whose petitions alone were looked through. */
  readonly community?: string | undefined
  readonly now: string
  readonly done?: keyof Texts['resident']['doneWords'] | undefined
}

/** A resident's own page: signatures, mails, petitions, and the way to all that is held about them. */
export function OverviewPage(props: OverviewPageProps) {
  const { locale, held, done } = props
  const t = textsOf(locale).resident
  return (
    <Page styles={['forms', 'lists']} locale={locale} path={paths.me} title={t.title} noindex>
      <h1>{t.title}</h1>
      {done && <p class="flash">{t.doneWords[done]}</p>}
      <OpenFor {...props} />
      <section aria-labelledby="signatures">
        <h2 id="signatures">{t.signatures}</h2>
        {props.communities.length > 1 && <Filter {...props} />}
        {held.signatures.length === 0 ? (
          <None {...props} />
        ) : (
          <Signatures {...props} signatures={held.signatures} />
        )}
        <Looked {...props} />
      </section>
      <News {...props} />
      <Contacts {...props} />
      <Authored {...props} />
      <section aria-labelledby="more">
        <h2 id="more">{t.more}</h2>
        <p>{t.moreText}</p>
        <p>
          <a class="button quiet" href={href(locale, paths.meData)}>
            {t.more}
          </a>
        </p>
      </section>
    </Page>
  )
}

function Filter({ locale, communities, community }: OverviewPageProps) {
  const t = textsOf(locale).resident
  return (
    <form action={href(locale, paths.me)}>
      <label for="community">{t.community}</label>
      <div class="row">
        <select id="community" name="community">
          <option value="">{t.allCommunities}</option>
          {communities.map(({ id, name }) => (
            <option value={id} selected={id === community}>
              {name[locale]}
            </option>
          ))}
        </select>
        <button type="submit" class="quiet">
          {t.show}
        </button>
      </div>
    </form>
  )
}

function None({ locale }: OverviewPageProps) {
  const t = textsOf(locale).resident
  return (
    <>
      <p>{t.none}</p>
      <ul>
        {t.noneWhy.map((why) => (
          <li>{why}</li>
        ))}
      </ul>
    </>
  )
}

function Looked({ locale, searched, next, community }: OverviewPageProps) {
  const { resident: t, site } = textsOf(locale)
  return (
    <p class="meta">
      {t.looked(plural(locale, searched, site.units.petitions))}{' '}
      {next === undefined ? (
        t.lookedAll
      ) : (
        <a href={href(locale, paths.meAfter({ community, after: next }))}>{t.lookedMore}</a>
      )}
    </p>
  )
}
