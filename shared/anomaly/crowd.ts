import { KYIV } from '../calendar/day'
import { TRAIT_MARKS, type TraitMark } from '../signing/traits'
import type { Signed } from './signed'

/** Signatures that stand, by their place in the list, with what every comparison asks of them. */
export interface Crowd {
  readonly signed: readonly Signed[]
  /** Epoch milliseconds. */
  readonly times: Float64Array
  /** Whether it rests on an address alone: who was identified by an authority is a person. */
  readonly doubtful: Uint8Array
  /** Signed while the community sleeps. */
  readonly night: Uint8Array
  /** Shares of all of them. */
  readonly usual: { readonly night: number } & Readonly<Record<TraitMark, number>>
}

/** Places of signatures in `Crowd.signed`, ascending. */
export type Members = readonly number[]

/** Hours of Kyiv in which few are awake: from 1 to 5 o'clock. */
const NIGHT = new Set(['01', '02', '03', '04'])
const HOUR = 3_600_000

export function crowdOf(signed: readonly Signed[]): Crowd {
  const times = Float64Array.from(signed, ({ at }) => Date.parse(at))
  const isNight = nights()
  const night = Uint8Array.from(times, (time) => (isNight(time) ? 1 : 0))
  const count = (test: (one: Signed, place: number) => boolean) =>
    signed.filter(test).length / Math.max(1, signed.length)
  const marks = TRAIT_MARKS.map((mark) => [
    mark,
    count(({ traits }) => traits?.marks.includes(mark) ?? false),
  ])
  return {
    signed,
    times,
    doubtful: Uint8Array.from(signed, ({ level }) => (level === 'email' ? 1 : 0)),
    night,
    usual: {
      night: count((_, place) => night[place] === 1),
      ...(Object.fromEntries(marks) as Record<TraitMark, number>),
    },
  }
}

/** Tells nights of Kyiv; its offset is whole hours, so that each hour is looked up once. */
function nights(): (time: number) => boolean {
  const hours = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: KYIV })
  const known = new Map<number, boolean>()
  return (time) => {
    const hour = Math.floor(time / HOUR)
    let night = known.get(hour)
    if (night === undefined) {
      night = NIGHT.has(hours.format(hour * HOUR))
      known.set(hour, night)
    }
    return night
  }
}

/** Places of the signatures that share what `keyOf` tells of them; only doubtful ones, and none without a key. */
export function groupsBy<Key>(
  { signed, doubtful }: Crowd,
  keyOf: (one: Signed, place: number) => Key | undefined,
): Map<Key, number[]> {
  const groups = new Map<Key, number[]>()
  signed.forEach((one, place) => {
    const key = doubtful[place] === 1 ? keyOf(one, place) : undefined
    if (key === undefined) return
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  })
  return groups
}

/** The most of some signatures within any hour. */
export function mostInAnHour({ times }: Crowd, members: Members): number {
  const sorted = members.map((place) => times[place]!).sort((a, b) => a - b)
  let [first, most] = [0, 0]
  sorted.forEach((time, place) => {
    while (time - sorted[first]! >= HOUR) first++
    most = Math.max(most, place - first + 1)
  })
  return most
}
