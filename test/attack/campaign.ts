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
 * Two petitions to a community whose threshold no run reaches, submitted by form and mail and published by its
 * moderator.
 * @param formMs how long filling in the form takes
 */
export async function publishTwo(site: Site, formMs: number): Promise<[Collecting, Collecting]> {
  const wish = { ...crossing, communityId: COMMUNITY, hostId: `${COMMUNITY}-council` }
  const submitted = async (author: number) =>
    new Resident(site, hero(author), heroEmail(author), () => sleep(formMs)).submits(wish)
  const ids = await Promise.all([submitted(0), submitted(1)])
  const moderator = new Staff(site, `moderator@${COMMUNITY}.example`)
  for (const id of ids) await moderator.does(id, 'publish', {})
  const [one, other] = await Promise.all(ids.map((id) => collecting(site, id, moderator)))
  return [one!, other!]
}

async function collecting(site: Site, id: string, moderator: Staff): Promise<Collecting> {
  await site.until('the public page', async () => (await site.get(`/petitions/${id}`)).status === 200)
  const { threshold, text } = await site.petition(id)
  return { id, text, threshold, moderator }
}
