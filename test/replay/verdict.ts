import type { PetitionView } from '../../shared/petition/view'
import { fullName } from '../../shared/signing/person-name'
import type { Campaign } from './campaign'
import { countOf, namesOf } from './counting'
import { resident } from './crowd'
import type { Site } from './site'
import type { Tally } from './tally'
import { expectStatus } from './town'

export interface Finding {
  readonly what: string
  readonly expected: string
  readonly found: string
}

export const agrees = ({ expected, found }: Finding) => expected === found

/** Compares what the site publishes with what the residents were told. */
export async function judge(
  site: Site,
  campaign: Campaign,
  people: number,
  tally: Tally,
): Promise<Finding[]> {
  const answer = expectStatus(await site.ask(`/api/v1/petitions/${campaign.petitionId}`), 200)
  const petition = answer.body as PetitionView
  const count = await countOf(site, campaign.petitionId)
  const names = await leavesOf(site, campaign.petitionId, count, people)
  return [
    finding('signatures confirmed', people, tally.confirmed),
    finding('signatures counted (count)', tally.confirmed, count),
    finding('signatures counted (petition)', tally.confirmed, petition.count),
    finding('leaves that are residents, each once', tally.confirmed, names.distinct),
    ...threshold(campaign, petition, names.leaves, tally),
    finding('repeats answered otherwise', 0, tally.repeats.wrong),
    finding('misuses answered otherwise', 0, tally.misuses.wrong),
    finding('residents who could not sign', 0, tally.failed),
  ]
}

/** R7: the threshold is reached once, when the N-th signature of the log was confirmed. */
function threshold(
  { threshold }: Campaign,
  petition: PetitionView,
  leaves: readonly (number | undefined)[],
  tally: Tally,
): Finding[] {
  const decisive = leaves[threshold - 1]
  const at = decisive === undefined ? undefined : tally.confirmedAt(decisive)
  const events = petition.events.filter(({ type }) => type === 'threshold-reached')
  return [
    finding('threshold events', tally.confirmed >= threshold ? 1 : 0, events.length),
    finding(
      `threshold reached with signature ${threshold}`,
      at ?? 'never',
      petition.thresholdReachedAt ?? 'never',
    ),
  ]
}

/** Residents by their leaf in the log; a name that is nobody's or out of its place is left out. */
async function leavesOf(site: Site, petitionId: string, count: number, people: number) {
  const numbers = new Map<string, number>()
  for (let n = 0; n < people; n++) numbers.set(fullName(resident(n, '').name), n)
  const leaves: (number | undefined)[] = []
  for await (const { index, name } of namesOf(site, petitionId, count)) leaves[index] = numbers.get(name)
  const known = leaves.slice(0, count).filter((number) => number !== undefined)
  return { leaves, distinct: leaves.length > count ? leaves.length : new Set(known).size }
}

function finding(what: string, expected: string | number, found: string | number): Finding {
  return { what, expected: String(expected), found: String(found) }
}
