import type { Community } from '../../shared/community/settings'
import { LOCALES } from '../../shared/locale'
import { newsOf } from '../../shared/petition/news'
import type { Petition } from '../../shared/petition/petition'
import { href, paths } from '../../web/addresses'
import { communityFeed } from '../../web/feeds/community-feed'
import { STANDING_PAGES, sitemap } from '../../web/sitemap'
import { PAGE_CACHE_SECONDS, type Publication } from './publishing'

/**
 * What machines read of all petitions: a feed for each community, and the site's map.
 * @param publicUrl address of the site
 * @param petitions published ones, newest first
 */
export function machineFilesOfLists(
  publicUrl: string,
  communities: readonly Community[],
  petitions: readonly Petition[],
): Publication[] {
  const feeds = communities.flatMap((community) => {
    const own = petitions.filter(({ communityId }) => communityId === community.id)
    return LOCALES.map((locale) => [
      href(locale, paths.communityFeed(community.id)).slice(1),
      communityFeed(locale, community, own, publicUrl),
    ])
  })
  const pages = [
    ...STANDING_PAGES,
    ...communities.map(({ id }) => ({ path: paths.community(id) })),
    ...petitions.map((petition) => ({
      path: paths.petition(petition.id),
      changedAt: newsOf(petition)[0]?.at,
    })),
  ]
  const files = { ...Object.fromEntries(feeds), ...sitemap(publicUrl, pages) } as Record<string, string>
  return Object.entries(files).map(([key, body]) => ({ key, body, cacheSeconds: PAGE_CACHE_SECONDS }))
}
