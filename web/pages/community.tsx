import type { Community, Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import type { PetitionSummary } from '../../shared/petition/view'
import { href, paths } from '../addresses'
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
}

export function CommunityPage({ locale, community, hosts, petitions }: CommunityPageProps) {
  const { list, site } = textsOf(locale)
  const t = list.community
  return (
    <Page
      locale={locale}
      path={paths.community(community.id)}
      title={community.name[locale]}
      feeds={[
        {
          href: href(locale, paths.communityFeed(community.id)),
          title: textsOf(locale).feed.community(community.name[locale]),
        },
      ]}
    >
      {community.demo && <p class="note">{site.demo}</p>}
      <h1>{community.name[locale]}</h1>
      <p class="lead">
        {t.council}: {community.council[locale]}, <a href={`mailto:${community.email}`}>{community.email}</a>
      </p>
      <SubmitLinks locale={locale} community={community} hosts={hosts} />
      <section>
        <h2>{t.petitions}</h2>
        <PetitionCards locale={locale} petitions={petitions} />
        <p>
          <a href={href(locale, paths.list({ community: community.id }))}>{t.more}</a>
        </p>
      </section>
      <CommunityRules locale={locale} community={community} />
    </Page>
  )
}

/** One button for the council's own site; a named choice where others may collect too. */
function SubmitLinks({ locale, community, hosts }: Omit<CommunityPageProps, 'petitions'>) {
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
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
