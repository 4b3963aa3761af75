import { TRAIT_MARKS, type TraitMark } from '../signing/traits'
import type { Crowd, Members } from './crowd'
import { risingOf } from './list-runs'
import type { AnomalyLevel, Sign, SignSeen } from './report'
import { crowding, median, shareSurprise } from './statistics'

/** What signs of a group are looked for in. */
export interface Evidence {
  readonly crowd: Crowd
  readonly ranks: Int32Array
  /** Whether the signature's name is too much like others. */
  readonly alike: Uint8Array
  /** Whether a hash is that of a well-known mail domain. */
  readonly isKnown: (domain: string) => boolean
}

/** Fewer together are chance. */
const FEWEST = 8
/** Less than one in a hundred thousand. */
const IMPROBABLE = 12

/**
 * These alone ask only for a look: a lecture hall, an office or a village signs together, from one address and with
 * the mail of its employer.
 */
const WEAK: readonly Sign[] = ['together', 'one-domain', 'fast']

/** What is odd about signatures that something joins already. */
export function signsOf(evidence: Evidence, members: Members, without: readonly Sign[] = []): SignSeen[] {
  if (members.length < FEWEST) return []
  const seen = [
    together(evidence, members),
    regular(evidence, members),
    atNight(evidence, members),
    alphabetical(evidence, members),
    alikeNames(evidence, members),
    oneDomain(evidence, members),
    ...TRAIT_MARKS.map((mark) => marked(evidence, members, mark)),
  ]
  return seen.filter((one) => one !== undefined).filter(({ sign }) => !without.includes(sign))
}

/** An alarm takes a strong sign and another one; anything odd asks for a look. */
export function levelOf(size: number, signs: readonly SignSeen[]): AnomalyLevel {
  if (signs.length === 0) return 'quiet'
  const strong = signs.filter(({ sign }) => !WEAK.includes(sign)).length
  return strong > 0 && signs.length > 1 && size >= 10 ? 'alarm' : 'look'
}

/** Next to each other on the list, while others signed all through the term (Kolmogorov–Smirnov). */
function together({ crowd }: Evidence, members: Members): SignSeen | undefined {
  const most = crowding(members, crowd.signed.length)
  const apart = most >= 0.35 && most * Math.sqrt(members.length) >= 2.4
  return apart ? { sign: 'together', signatures: members.length } : undefined
}

/** At even distances, as by a timer; between people they differ many times over. */
function regular({ crowd }: Evidence, members: Members): SignSeen | undefined {
  const times = members.map((place) => crowd.times[place]!).sort((a, b) => a - b)
  const gaps = times.slice(1).map((time, n) => time - times[n]!)
  const middle = median(gaps)
  const even = gaps.filter((gap) => gap >= 0.6 * middle && gap <= 1.4 * middle).length
  // By chance 28 of 100 gaps are so near to the median.
  const odd = middle >= 3000 && shareSurprise(even, gaps.length, 0.28) >= IMPROBABLE
  return odd ? { sign: 'regular', signatures: even + 1 } : undefined
}

function atNight({ crowd }: Evidence, members: Members): SignSeen | undefined {
  const number = members.filter((place) => crowd.night[place] === 1).length
  return isRicher(number, members.length, crowd, crowd.usual.night) && number >= 5
    ? { sign: 'night', signatures: number }
    : undefined
}

function alphabetical({ ranks }: Evidence, members: Members): SignSeen | undefined {
  const rising = risingOf(members, ranks)
  return rising && { sign: 'alphabetical', signatures: rising.length }
}

function alikeNames({ alike }: Evidence, members: Members): SignSeen | undefined {
  const number = members.filter((place) => alike[place] === 1).length
  return number >= 5 && number >= 0.3 * members.length ? { sign: 'names', signatures: number } : undefined
}

function marked({ crowd }: Evidence, members: Members, mark: TraitMark): SignSeen | undefined {
  if (mark === 'busy-network') return undefined
  const number = members.filter((place) => crowd.signed[place]!.traits?.marks.includes(mark)).length
  return number >= 0.3 * members.length && isRicher(number, members.length, crowd, crowd.usual[mark])
    ? { sign: mark, signatures: number }
    : undefined
}

/** Whether so many of a group bear what a share of all bears; the group itself is not counted among all. */
function isRicher(number: number, size: number, { signed }: Crowd, usual: number): boolean {
  const others = (usual * signed.length - number) / Math.max(1, signed.length - size)
  return shareSurprise(number, size, Math.max(others, 0.01)) >= IMPROBABLE
}

/** Most of them with the mail of one domain that hardly anybody else has. */
function oneDomain({ crowd, isKnown }: Evidence, members: Members): SignSeen | undefined {
  const counts = new Map<string, number>()
  for (const place of members) {
    const domain = crowd.signed[place]!.traits?.domain
    if (domain !== undefined && !isKnown(domain)) counts.set(domain, (counts.get(domain) ?? 0) + 1)
  }
  const most = Math.max(0, ...counts.values())
  return most >= 0.6 * members.length ? { sign: 'one-domain', signatures: most } : undefined
}
