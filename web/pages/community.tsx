import type { Punctuality } from '../../shared/community/punctuality'
import type { Community, Host } from '../../shared/community/settings'
import type { Statistics } from '../../shared/community/statistics'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { Contacts } from '../components/community-contacts'
import { Course } from '../components/community-course'
import { Figures } from '../components/community-figures'
import { PunctualityRecord } from '../components/community-punctuality'
import { CommunityRules } from '../components/community-rules'
import { Page } from '../components/page'
import { PetitionCards } from '../components/petition-card'
import { textsOf } from '../texts'

export interface CommunityPageProps {
  readonly locale: Locale
  readonly community: Community
  /** Who may collect signatures for this council, its own site first. */
  readonly hosts: readonly Host[]
  /** Newest first, a handful. */
  readonly petitions: readonly PetitionSummary[]
  readonly statistics: Statistics
  readonly punctuality: Punctuality
}

/** A council's page: its petitions, how it keeps its terms, its rules in plain words and to the letter, its people. */
export function CommunityPage(props: CommunityPageProps) {
  const { locale, community, hosts, petitions, statistics, punctuality } = props
  const { list, site, feed, community: words } = textsOf(locale)
  const t = list.community
  const feedHref = href(locale, paths.communityFeed(community.id))
  return (
    <Page
      locale={locale}
      path={paths.community(community.id)}
      title={community.name[locale]}
      styles={['forms', 'lists']}
      feeds={[{ href: feedHref, title: feed.community(community.name[locale]) }]}
    >
      {community.demo && <p class="note">{site.demo}</p>}
      <h1>{community.name[locale]}</h1>
      <p class="lead">
        {t.council}: {community.council[locale]}
      </p>
      <SubmitLinks locale={locale} community={community} hosts={hosts} />
      <section>
        <h2>{words.figures}</h2>
        <Figures locale={locale} statistics={statistics} />
      </section>
      <section>
        <h2>{t.petitions}</h2>
        <PetitionCards locale={locale} petitions={petitions} />
        <p>
          <a href={href(locale, paths.list({ community: community.id }))}>{t.more}</a>
        </p>
        <p>
          <a href={feedHref}>{words.feed}</a>
        </p>
      </section>
      <PunctualityRecord locale={locale} punctuality={punctuality} settings={community.settings} />
      <Course locale={locale} community={community} />
      <CommunityRules locale={locale} community={community} />
      <Contacts locale={locale} community={community} hosts={hosts} />
    </Page>
  )
}

/** One button for the council's own site; a named choice where others may collect too. */
function SubmitLinks({
  locale,
  community,
  hosts,
}: Pick<CommunityPageProps, 'locale' | 'community' | 'hosts'>) {
  const t = textsOf(locale).list.community
  const [first, ...others] = hosts
  if (!first) return null
  return (
    <div class="actions">
      <a class="button" href={href(locale, paths.submit(community.id, first.id))}>
        {t.submit}
      </a>
      {others.length > 0 && (
        <div>
          <p>{t.submitLead}</p>
          <ul>
            {others.map(({ id, name }) => (
              <li>
                <a href={href(locale, paths.submit(community.id, id))}>{t.submitVia(name[locale])}</a>
                {' · '}
                <a href={href(locale, paths.host(id))}>{t.aboutHost}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
