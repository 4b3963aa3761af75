import type { Locale } from '../../../shared/locale'
import type { Scope } from '../../../shared/staff/staff-member'
import type { OfferedCouncil } from '../../../web/components/desk/councils'
import type { CommunityStore } from '../../ports/community-store'
import type { CouncilProvider } from '../../ports/council-provider'

export interface OfferDeps {
  readonly councils: ReadonlyMap<string, CouncilProvider>
  readonly communities: Pick<CommunityStore, 'community'>
}

/** Councils by whose providers one can sign in; of a session that one of them vouched for, that one alone. */
export function offeredCouncils(deps: OfferDeps, locale: Locale, within?: Scope): Promise<OfferedCouncil[]> {
  const all = [...deps.councils.keys()].filter((id) => within === undefined || within === `community:${id}`)
  return Promise.all(all.map(async (id) => ({ community: id, name: await councilOf(deps, id, locale) })))
}

/** The council's name; its community's id where the installation has none of it. */
export async function councilOf(
  { communities }: Pick<OfferDeps, 'communities'>,
  community: string,
  locale: Locale,
): Promise<string> {
  return (await communities.community(community))?.council[locale] ?? community
}
