import type { Instant } from '../calendar/day'
import { IDENTITIES } from '../community/settings'
import { rangesOf } from '../petition/ledger'
import { type AlikeNames, alikeNamesOf } from './alike-names'
import { type Crowd, crowdOf } from './crowd'
import type { Found } from './found'
import { type FullNames, fullNamesOf } from './full-names'
import { listRuns, surnameRanks } from './list-runs'
import { domainsOf } from './mail-domains'
import { nameGroupsOf } from './name-groups'
import { burstsOf, hoursOf, periodsOf } from './pace'
import { ANOMALY_LEVELS, type AnomalyReport, type Group } from './report'
import { networksOf } from './shared-networks'
import type { Signed } from './signed'
import type { Evidence } from './signs'

export interface Analysis {
  readonly madeAt: Instant
  /** Entries of the log. */
  readonly size: number
  /** In the order of the log. */
  readonly signed: readonly Signed[]
  /** Whether these are only some of the signatures, chosen by chance. */
  readonly sampled?: boolean
  /** Names of well-known mail domains by their hash on this petition. */
  readonly knownDomains: ReadonlyMap<string, string>
}

/** Groups of a report, and indices of one of them. */
const MOST_GROUPS = 40
const MOST_TARGETS = 20_000

/**
 * What is unusual about a petition's signatures: a matter for a person to judge, and never a ground by itself.
 * Deterministic; near-linear in their number, a few seconds for 100,000. Annulled signatures are left out.
 */
export function analyse({ madeAt, size, signed, sampled = false, knownDomains }: Analysis): AnomalyReport {
  const crowd = crowdOf(signed.filter(({ annulled }) => !annulled))
  const names = fullNamesOf(crowd)
  const alike = alikeNamesOf(crowd, names)
  const ranks = surnameRanks(names)
  const runs = listRuns(crowd, ranks)
  const evidence: Evidence = {
    crowd,
    ranks,
    alike: alikeOnes(names, alike, runs),
    isKnown: (domain) => knownDomains.has(domain),
  }
  const networks = networksOf(evidence)
  const domains = domainsOf(evidence, knownDomains)
  const groups = [...networks.groups, ...domains.groups, ...nameGroupsOf(evidence, alike, runs)]
    .sort(bySeriousness)
    .slice(0, MOST_GROUPS)
  const grouped = membersOf(crowd, groups)
  const byKind = [...Map.groupBy(groups, ({ kind }) => kind)].map(
    ([kind, ofKind]) => [kind, membersOf(crowd, ofKind)] as const,
  )
  const hours = hoursOf(crowd)
  const bursts = burstsOf(crowd, hours).map((burst) => ({
    ...burst,
    grouped: crowd.signed.filter(({ at }, place) => at >= burst.from && at < burst.to && grouped[place] === 1)
      .length,
  }))
  return {
    version: 1,
    madeAt,
    size,
    signatures: crowd.signed.length,
    annulled: signed.length - crowd.signed.length,
    sampled,
    level: worst(groups, bursts.length > 0),
    levels: Object.fromEntries(
      IDENTITIES.map((one) => [one, crowd.signed.filter(({ level }) => level === one).length]),
    ),
    pace: { ...periodsOf(hours), bursts },
    networks: networks.figures,
    domains: domains.figures,
    names: { pairs: alike.pairs },
    groups: groups.map((group) => compared(crowd, group, byKind)),
    inAlarms: sum(
      membersOf(
        crowd,
        groups.filter(({ level }) => level === 'alarm'),
      ),
    ),
    inGroups: sum(grouped),
  }
}

function alikeOnes(
  { folded }: FullNames,
  alike: AlikeNames,
  runs: readonly (readonly number[])[],
): Uint8Array {
  const marks = new Uint8Array(folded.length)
  for (const cluster of [...alike.same, ...alike.near, ...alike.foreign, ...alike.family, ...runs])
    for (const place of cluster) marks[place] = 1
  return marks
}

function bySeriousness(a: Found, b: Found): number {
  return ANOMALY_LEVELS.indexOf(a.level) - ANOMALY_LEVELS.indexOf(b.level) || b.size - a.size
}

function worst(groups: readonly Found[], bursts: boolean): AnomalyReport['level'] {
  return groups[0]?.level ?? (bursts ? 'look' : 'quiet')
}

/** The group with how much of it is in groups of other kinds, its targets as indices of the log. */
function compared(
  crowd: Crowd,
  { members, targets, ...group }: Found,
  byKind: readonly (readonly [Group['kind'], Uint8Array])[],
): Group {
  const overlaps = byKind
    .filter(([kind]) => kind !== group.kind)
    .map(([kind, marks]) => ({ kind, signatures: members.filter((place) => marks[place] === 1).length }))
  const indices = targets.slice(0, MOST_TARGETS).map((place) => crowd.signed[place]!.index)
  return {
    ...group,
    overlaps: overlaps.filter(({ signatures }) => signatures > 0).sort((a, b) => b.signatures - a.signatures),
    targets: rangesOf(indices).map(({ from, to }) => [from, to]),
    cut: targets.length > MOST_TARGETS,
  }
}

/** 1 for each place that is in any of the groups. */
function membersOf({ signed }: Crowd, groups: readonly Found[]): Uint8Array {
  const marks = new Uint8Array(signed.length)
  for (const { members } of groups) for (const place of members) marks[place] = 1
  return marks
}

function sum(marks: Uint8Array): number {
  return marks.reduce((total, mark) => total + mark, 0)
}
