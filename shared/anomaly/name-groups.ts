import type { AlikeNames } from './alike-names'
import type { Crowd, Members } from './crowd'
import { type Found, found } from './found'
import type { Group } from './report'
import { type Evidence, signsOf } from './signs'

const LABELS = 5
/** Share of all signatures from which names that are too much alike are an alarm. */
const ALARMING = 0.02

/** Names that are too much alike as groups, all clusters of one kind together, and stretches of a copied list. */
export function nameGroupsOf(evidence: Evidence, alike: AlikeNames, runs: readonly Members[]): Found[] {
  return [
    ...clustered(evidence, 'same-name', alike.same, true),
    ...clustered(evidence, 'near-name', alike.near, true),
    ...clustered(evidence, 'foreign-letters', alike.foreign, true),
    ...clustered(evidence, 'one-family', alike.family, false),
    ...runs.slice(0, 8).map((run) => listRun(evidence, run)),
  ]
}

/** @param keepsFirst whether the first of each cluster may be a person's own signature */
function clustered(
  evidence: Evidence,
  kind: Group['kind'],
  clusters: readonly Members[],
  keepsFirst: boolean,
): Found[] {
  if (clusters.length === 0) return []
  const { crowd } = evidence
  const members = [...new Set(clusters.flat())].sort((a, b) => a - b)
  const firsts = new Set(keepsFirst ? clusters.map(([first]) => first) : [])
  const signs = signsOf(evidence, members, ['names'])
  const many = members.length >= 20 && members.length >= ALARMING * crowd.signed.length
  return [
    found(crowd, {
      kind,
      level: many ? 'alarm' : 'look',
      members,
      targets: members.filter((place) => !firsts.has(place)),
      signs,
      parts: clusters.length,
      labels: clusters.slice(0, LABELS).map(([first]) => crowd.signed[first!]!.name),
    }),
  ]
}

function listRun(evidence: Evidence, members: Members): Found {
  const { crowd } = evidence
  return found(crowd, {
    kind: 'list-run',
    level: 'alarm',
    members,
    signs: signsOf(evidence, members, ['alphabetical', 'together']),
    parts: members.length,
    labels: edges(crowd, members),
  })
}

/** The first names of the stretch and the last one. */
function edges({ signed }: Crowd, members: Members): string[] {
  return [...members.slice(0, LABELS - 1), members.at(-1)!].map((place) => signed[place]!.name)
}
