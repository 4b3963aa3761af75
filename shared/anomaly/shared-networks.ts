import { type Crowd, groupsBy, type Members, mostInAnHour } from './crowd'
import { type Found, found } from './found'
import type { AnomalyReport, Share } from './report'
import { type Evidence, levelOf, signsOf } from './signs'

/** From so many signatures on, an address counts as shared: households have fewer. */
export const SHARED_LEAST = 10
/** Groups of fewer are not looked into. */
const FEWEST = 8
const FEWEST_NETWORK = 15
const TOP = 20
const LISTED = 8
/** Fewer odd addresses are told one by one. */
const FEWEST_TOGETHER = 3

export interface Networks {
  readonly figures: AnomalyReport['networks']
  readonly groups: readonly Found[]
}

/**
 * Signatures by the address they came from, and by the network around it. An address that many share is nothing by
 * itself: mobile carriers have thousands behind one. What counts is that its signatures are odd in some other way, and
 * that there are many such addresses.
 */
export function networksOf(evidence: Evidence): Networks {
  const { crowd } = evidence
  const addresses = byNumber(groupsBy(crowd, ({ traits }) => traits?.address))
  const networks = byNumber(groupsBy(crowd, ({ traits }) => traits?.network))
  const judged = addresses.map((members) => judge(evidence, members, FEWEST))
  const odd = judged.filter(({ level }) => level !== 'quiet')
  const told = new Set(odd.flatMap(({ members }) => members))
  const around = networks
    .filter((members) => isOfManyAddresses(crowd, members))
    .filter((members) => members.filter((place) => told.has(place)).length < 0.8 * members.length)
    .map((members) => judge(evidence, members, FEWEST_NETWORK))
    .filter(({ level }) => level !== 'quiet')
  const shared = addresses.filter(({ length }) => length >= SHARED_LEAST)
  return {
    figures: {
      noted: crowd.signed.filter(({ traits }) => traits !== undefined).length,
      distinct: addresses.length,
      shared: {
        least: SHARED_LEAST,
        addresses: shared.length,
        signatures: shared.reduce((sum, { length }) => sum + length, 0),
      },
      top: judged.slice(0, TOP).map((one) => shareOf(crowd, one)),
    },
    groups: [
      ...together(evidence, odd),
      ...odd.slice(0, LISTED).map((one) => asGroup(evidence, 'address', one)),
      ...around.slice(0, LISTED).map((one) => asGroup(evidence, 'network', one)),
    ],
  }
}

interface Judged {
  readonly members: Members
  readonly level: Found['level']
  readonly signs: Found['signs']
}

function judge(evidence: Evidence, members: Members, fewest: number): Judged {
  const signs = members.length >= fewest ? signsOf(evidence, members) : []
  return { members, signs, level: levelOf(members.length, signs) }
}

/**
 * All odd addresses as one group: where there are five or more with a twentieth of all signatures, no lecture hall
 * explains them.
 */
function together(evidence: Evidence, odd: readonly Judged[]): Found[] {
  if (odd.length < FEWEST_TOGETHER) return []
  const members = odd.flatMap((one) => [...one.members]).sort((a, b) => a - b)
  const many =
    odd.length >= 5 && members.length >= 50 && members.length >= 0.05 * evidence.crowd.signed.length
  const alarming = odd.some(({ level }) => level === 'alarm')
  const signs = odd.flatMap((one) => one.signs)
  const summed = [...Map.groupBy(signs, ({ sign }) => sign)].map(([sign, all]) => ({
    sign,
    signatures: all.reduce((sum, { signatures }) => sum + signatures, 0),
  }))
  const level = many || alarming ? 'alarm' : 'look'
  return [
    found(evidence.crowd, { kind: 'shared-networks', level, members, signs: summed, parts: odd.length }),
  ]
}

function asGroup({ crowd }: Evidence, kind: 'address' | 'network', { members, level, signs }: Judged): Found {
  const parts = kind === 'address' ? 1 : addressesIn(crowd, members)
  return found(crowd, { kind, level, members, signs, parts })
}

function shareOf(crowd: Crowd, { members, level }: Judged): Share {
  const { size, from, to } = found(crowd, { kind: 'address', level, members, signs: [], parts: 1 })
  return { size, from, to, level, hourly: mostInAnHour(crowd, members) }
}

function isOfManyAddresses(crowd: Crowd, members: Members): boolean {
  return members.length >= FEWEST_NETWORK && addressesIn(crowd, members) > 1
}

function addressesIn({ signed }: Crowd, members: Members): number {
  return new Set(members.map((place) => signed[place]!.traits?.address)).size
}

function byNumber(groups: ReadonlyMap<string, Members>): Members[] {
  return [...groups.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!)
}
