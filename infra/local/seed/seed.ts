import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { staffTable } from '../../../functions/adapters/dynamodb/staff'
import type { Stack } from '../stack'
import { councilHost, DEMO, NGO, REAL } from './communities'
import { NGO_LOGO, ngoLogo } from './logo'
import { tellPetitions } from './petitions'
import { NGO_EDITOR, OPERATOR, staffOf } from './staff'
import { Storyteller } from './storyteller'

/** Communities, hosts, staff, and a petition in every state, each having gone the product's own way. */
export async function seed(stack: Stack): Promise<void> {
  await seedPlaces(stack)
  await tellPetitions(new Storyteller(stack))
}

/** Communities, hosts and staff without petitions. */
export async function seedPlaces(stack: Stack): Promise<void> {
  const table = { db: stack.platform.db, name: stack.environments.api.TABLE_NAME }
  const communities = communityTable(table)
  const staff = staffTable(table)
  for (const community of [DEMO, ...REAL]) {
    await communities.putHost(councilHost(community))
    for (const member of staffOf(community)) await staff.putStaff(member)
    await communities.putCommunity(community)
  }
  await stack.platform.objects.put(NGO_LOGO.key, ngoLogo(), { cacheSeconds: 31_536_000 })
  await communities.putHost(NGO)
  await staff.putStaff(NGO_EDITOR)
  await staff.putStaff(OPERATOR)
}
