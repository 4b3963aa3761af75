import type { Crowd, Members } from './crowd'
import type { FullNames } from './full-names'
import { improbableRise, longestRising } from './statistics'

const WINDOW = 100
const STEP = 50

/** Rank of each signer's surname in the order of the Ukrainian alphabet. */
export function surnameRanks({ parts, often: [surnames] }: FullNames): Int32Array {
  const ranks = new Map([...surnames.keys()].sort(new Intl.Collator('uk').compare).map((one, n) => [one, n]))
  return Int32Array.from(parts, ([surname]) => ranks.get(surname)!)
}

/**
 * Stretches of the list in which surnames follow the alphabet as those of a copied list do, also where others signed in
 * between: among any 100 signatures in a row the longest rising sequence of surnames is too long for chance.
 */
export function listRuns({ doubtful }: Crowd, ranks: Int32Array): Members[] {
  const places = [...doubtful.keys()].filter((place) => doubtful[place] === 1)
  const runs: Set<number>[] = []
  let end = -1
  for (let begin = 0; begin === 0 || begin + STEP < places.length; begin += STEP) {
    const window = places.slice(begin, begin + WINDOW)
    const rising = risingOf(window, ranks)
    if (!rising) continue
    const open = begin <= end ? runs.at(-1)! : new Set<number>()
    if (begin > end) runs.push(open)
    for (const place of rising) open.add(place)
    end = begin + STEP
  }
  return runs.map((run) => [...run].sort((a, b) => a - b)).sort((a, b) => b.length - a.length)
}

/** The members whose surnames follow the alphabet; undefined where chance explains it. */
export function risingOf(members: Members, ranks: Int32Array): number[] | undefined {
  const numbers = members.map((place) => ranks[place]!)
  const rising = longestRising(numbers)
  if (rising.length < improbableRise(members.length)) return undefined
  // One name over and over rises, too, and is another matter.
  if (new Set(rising.map((at) => numbers[at])).size * 2 < rising.length) return undefined
  return rising.map((at) => members[at]!)
}
