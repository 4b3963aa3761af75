import { hero, heroEmail } from '../../infra/local/seed/people'
import type { PetitionView } from '../../shared/petition/view'
import { Resident } from '../support/journeys/resident'
import type { Site } from '../support/journeys/site'
import { Staff } from '../support/journeys/staff'
import { crossing } from '../support/journeys/wishes'

/** A petition that collects signatures, and who may annul them. */
export interface Collecting {
  readonly id: string
  readonly text: string
  readonly threshold: number
  readonly moderator: Staff
}

/** Communities whose thresholds, 10, 250 and 700, lie before and amidst what a run signs. */
const COMMUNITIES = ['malva', 'kramatorsk', 'bila-tserkva'] as const

/** Submits a petition to each community, by form and mail, and has its moderator publish it. */
export async function publishPetitions(site: Site): Promise<Collecting[]> {
  const petitions: Collecting[] = []
  for (const [n, communityId] of COMMUNITIES.entries()) {
    const wish = { ...crossing, communityId, hostId: `${communityId}-council` }
    const id = await new Resident(site, hero(n), heroEmail(n)).submits(wish)
    const moderator = new Staff(site, `moderator@${communityId}.example`)
    await moderator.does(id, 'publish', {})
    await site.until('the public page', async () => (await site.get(`/petitions/${id}`)).status === 200)
    const { threshold, text }: PetitionView = await site.petition(id)
    petitions.push({ id, text, threshold, moderator })
  }
  return petitions
}
