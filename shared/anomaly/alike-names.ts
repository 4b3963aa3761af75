import { type Crowd, groupsBy, type Members } from './crowd'
import { expectedBearers, type FullNames } from './full-names'
import { nearNames } from './near-names'
import { surprise } from './statistics'

/** Less than one in a million. */
const IMPROBABLE = 14
const FEWEST_SAME = 3
const FEWEST_FAMILY = 6
const ALL = [0, 1, 2] as const

/** Signatures under names that are too much alike; each list holds clusters, the largest first. */
export interface AlikeNames {
  /** One full name, more often than chance brings it. */
  readonly same: readonly Members[]
  /** Full names that occur twice: mostly namesakes. */
  readonly pairs: number
  /** One name in Cyrillic letters and in Latin ones that look the same. */
  readonly foreign: readonly Members[]
  /** Names that differ by one letter, or by two letters exchanged. */
  readonly near: readonly Members[]
  /** One surname and patronymic with ever other given names. */
  readonly family: readonly Members[]
}

/** Near-linear in the number of names. */
export function alikeNamesOf(crowd: Crowd, names: FullNames): AlikeNames {
  const byName = groupsBy(crowd, (_, place) => names.folded[place])
  const byFamily = groupsBy(crowd, (_, place) => familyOf(names, place))
  const repeated = [...byName.values()].filter(({ length }) => length >= 2)
  const foreign = repeated.filter((members) => isMixed(names, members))
  const expected = (members: Members, which: readonly (0 | 1 | 2)[]) =>
    expectedBearers(names, names.parts[members[0]!]!, which)
  return {
    same: largestFirst(
      repeated.filter(
        (members) =>
          members.length >= FEWEST_SAME && surprise(members.length, expected(members, ALL)) >= IMPROBABLE,
      ),
    ),
    pairs: repeated.filter(({ length }) => length === 2).length,
    foreign: largestFirst(foreign),
    near: largestFirst(
      nearNames(names, byName)
        .filter((cluster) => {
          const likely = cluster.reduce(
            (sum, [place]) => sum + expectedBearers(names, names.parts[place!]!, ALL),
            0,
          )
          return cluster.flat().length >= FEWEST_SAME && surprise(cluster.flat().length, likely) >= IMPROBABLE
        })
        .map((cluster) => cluster.flat().sort((a, b) => a - b)),
    ),
    family: largestFirst(
      [...byFamily.values()].filter(
        (members) =>
          members.length >= FEWEST_FAMILY &&
          isOfManyNames(names, members) &&
          surprise(members.length, expected(members, [0, 2])) >= IMPROBABLE,
      ),
    ),
  }
}

function familyOf({ parts }: FullNames, place: number): string | undefined {
  const [surname, , patronymic] = parts[place]!
  return patronymic === '' ? undefined : `${surname} ${patronymic}`
}

function isMixed({ foreign }: FullNames, members: Members): boolean {
  return members.some((place) => foreign[place] === 1) && members.some((place) => foreign[place] === 0)
}

function isOfManyNames({ parts }: FullNames, members: Members): boolean {
  return new Set(members.map((place) => parts[place]![1])).size * 2 > members.length
}

function largestFirst(clusters: readonly Members[]): Members[] {
  return clusters.toSorted((a, b) => b.length - a.length || a[0]! - b[0]!)
}
