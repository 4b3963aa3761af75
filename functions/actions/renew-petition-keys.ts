import { inParallel } from '../in-parallel'
import type { CommunityStore } from '../ports/community-store'
import type { KeyRing } from '../ports/key-ring'
import type { PetitionKeySeal } from '../ports/petition-key-seal'
import type { KeyRenewal, PetitionKeyStore } from '../ports/petition-key-store'

export interface RenewKeysDeps {
  readonly keys: KeyRing
  readonly seal: PetitionKeySeal
  readonly petitionKeys: PetitionKeyStore
  readonly communities: Pick<CommunityStore, 'communities'>
}

const PAGE = 100
const AT_ONCE = 16

/**
 * Seals petitions' keys anew under the root in force, a page of a hundred at a time; the next run goes on where this one
 * ended. Signing goes on meanwhile: either sealing opens. Costs nothing while the ring has one root.
 * @param hasTime whether another page may begin
 * @returns how many were renewed, and whether every key lies under the root in force
 */
export async function renewPetitionKeys(
  deps: RenewKeysDeps,
  hasTime: () => boolean,
): Promise<{ readonly renewed: number; readonly done: boolean }> {
  const [inForce, ...retired] = await deps.keys.generations('viche/petition/v1')
  if (retired.length === 0) return { renewed: 0, done: true }
  const under = inForce!.id
  const known = await deps.petitionKeys.renewal()
  let round: KeyRenewal = known?.under === under ? known : { under, done: false }
  let renewed = 0
  while (!round.done && hasTime()) {
    const step = await renewPage(deps, round)
    renewed += step.renewed
    round = step.round
    await deps.petitionKeys.setRenewal(round)
  }
  return { renewed, done: round.done }
}

async function renewPage(deps: RenewKeysDeps, round: KeyRenewal) {
  const communityId = round.communityId ?? (await communityAfter(deps, undefined))
  if (communityId === undefined) return { renewed: 0, round: { under: round.under, done: true } }
  const { items, next } = await deps.petitionKeys.page(communityId, round.after, PAGE)
  let renewed = 0
  await inParallel(items, AT_ONCE, async (item) => {
    const sealed = await deps.seal.renew(item.petitionId, item.sealed)
    if (sealed === undefined) return
    await deps.petitionKeys.replace(item, sealed)
    renewed++
  })
  if (next !== undefined) return { renewed, round: { ...round, communityId, after: next } }
  const following = await communityAfter(deps, communityId)
  const { under } = round
  return {
    renewed,
    round: following ? { under, communityId: following, done: false } : { under, done: true },
  }
}

/** Communities in the order of their ids. */
async function communityAfter({ communities }: RenewKeysDeps, id: string | undefined) {
  const ids = (await communities.communities()).map((community) => community.id).sort()
  return ids.find((one) => id === undefined || one > id)
}
