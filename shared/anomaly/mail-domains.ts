import type { TraitMark } from '../signing/traits'
import { type Crowd, groupsBy, type Members } from './crowd'
import { type Found, found } from './found'
import type { AnomalyReport, DomainShare, GroupKind, Sign } from './report'
import { type Evidence, levelOf, signsOf } from './signs'

const FEWEST = 20
const TOP = 12
const LISTED = 8

export interface Domains {
  readonly figures: AnomalyReport['domains']
  readonly groups: readonly Found[]
}

/** What all mail of one domain shares is no sign of its own. */
const INHERENT: readonly Sign[] = ['one-domain', 'disposable-domain', 'random-domain']

/** Marks that join signatures into a group by themselves, and how few of them are nothing. */
const JOINING = { 'disposable-domain': 5, 'random-domain': 10, 'unlikely-name': 5 } as const
type Joining = keyof typeof JOINING

/**
 * Signatures by the domain of their signer's mail, which only its hash tells apart; and those whose mail or name was
 * marked as odd when they were asked for.
 * @param known names of well-known domains by hash
 */
export function domainsOf(evidence: Evidence, known: ReadonlyMap<string, string>): Domains {
  const { crowd } = evidence
  const domains = [...groupsBy(crowd, ({ traits }) => traits?.domain)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const judged = domains.map(([domain, members]) => ({
    domain,
    members,
    ...judge(evidence, domain, members),
  }))
  const odd = judged.filter(({ level }) => level !== 'quiet')
  const bearers = (mark: TraitMark) => bearersOf(crowd, mark)
  return {
    figures: {
      distinct: domains.length,
      top: judged.slice(0, TOP).map((one) => shareOf(crowd, one, known.get(one.domain))),
      disposable: bearers('disposable-domain').length,
      random: bearers('random-domain').length,
    },
    groups: [
      ...Object.keys(JOINING).flatMap((mark) => joinedBy(evidence, mark as Joining)),
      ...odd
        .slice(0, LISTED)
        .map(({ members, level, signs }) =>
          found(crowd, { kind: 'domain', level, members, signs, parts: 1 }),
        ),
    ],
  }
}

/** Domains that nearly everybody has are no group; of others what else is odd about them. */
function judge(evidence: Evidence, domain: string, members: Members) {
  const signs =
    evidence.isKnown(domain) || members.length < FEWEST ? [] : signsOf(evidence, members, INHERENT)
  return { signs, level: levelOf(members.length, signs) }
}

function shareOf(
  { signed }: Crowd,
  { members, level }: { readonly members: Members; readonly level: DomainShare['level'] },
  name: string | undefined,
): DomainShare {
  const marks = signed[members[0]!]!.traits?.marks ?? []
  const mark = (['disposable-domain', 'random-domain'] as const).find((one) => marks.includes(one))
  return { size: members.length, level, ...(name !== undefined && { name }), ...(mark && { mark }) }
}

function joinedBy(evidence: Evidence, mark: Joining): Found[] {
  const { crowd } = evidence
  const members = bearersOf(crowd, mark)
  if (members.length < JOINING[mark]) return []
  const many = members.length >= 20 && members.length >= 0.01 * crowd.signed.length
  const signs = signsOf(evidence, members, [mark, ...INHERENT])
  const parts = new Set(members.map((place) => crowd.signed[place]!.traits?.domain)).size
  const kind: GroupKind = mark
  const named = mark === 'unlikely-name'
  return [
    found(crowd, {
      kind,
      level: many ? 'alarm' : 'look',
      members,
      signs,
      parts: named ? members.length : parts,
      ...(named && { labels: members.slice(0, 5).map((place) => crowd.signed[place]!.name) }),
    }),
  ]
}

function bearersOf({ signed, doubtful }: Crowd, mark: TraitMark): number[] {
  return [...signed.keys()].filter(
    (place) => doubtful[place] === 1 && signed[place]!.traits?.marks.includes(mark),
  )
}
