import { setTimeout as sleep } from 'node:timers/promises'
import { hero, heroEmail } from '../../infra/local/seed/people'
import type { Collecting } from '../crash/petitions'
import { Resident } from '../support/journeys/resident'
import type { Site } from '../support/journeys/site'
import { Staff } from '../support/journeys/staff'
import { crossing } from '../support/journeys/wishes'

export type { Collecting }

const COMMUNITY = 'kyiv'
/**
 * A petition to a community whose threshold no run reaches, submitted by form and mail, published by its moderator.
 * @param formMs how long filling in the form takes
 */
export async function publishPetition(site: Site, author: number, formMs: number): Promise<Collecting> {
  const wish = { ...crossing, communityId: COMMUNITY, hostId: `${COMMUNITY}-council` }
  const id = await new Resident(site, hero(author), heroEmail(author), () => sleep(formMs)).submits(wish)
  const moderator = new Staff(site, `moderator@${COMMUNITY}.example`)
  await moderator.does(id, 'publish', {})
  await site.until('the public page', async () => (await site.get(`/petitions/${id}`)).status === 200)
  const { threshold, text } = await site.petition(id)
  return { id, text, threshold, moderator }
}
