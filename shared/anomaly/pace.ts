import { instantOf } from '../calendar/day'
import type { Crowd } from './crowd'
import type { Burst } from './report'
import { median, surprise } from './statistics'

const HOUR = 3_600_000
const MINUTE = 60_000
/** Hours of the petition's own past before any is judged: a beginning is always busy. */
const PAST = 24
const PAST_DAYS = 14
const WEEK = 7 * 24
/** How many times the usual is still nothing: a mention on television, a share by somebody known. */
const WAVE = 3
/** Fewer are no burst, however quiet the petition was. */
const FEWEST = 20
/** Less than one in a million. */
const IMPROBABLE = 14
const MOST_BURSTS = 20
const MOST_PERIODS = 240
const STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 720]

export interface Hours {
  /** Epoch milliseconds of the first. */
  readonly from: number
  readonly counts: Int32Array
  /** What the petition's own past makes likely for each; of the first day, which has no past, its own count. */
  readonly usual: Float64Array
}

/**
 * Signatures an hour, and what the petition's past makes likely: the median of the same hours of the day (one to
 * either side included) in the 14 days before, or the median of the last week's hours, whichever is more.
 */
export function hoursOf({ times }: Crowd): Hours {
  const first = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY)
  const last = times.reduce((most, time) => Math.max(most, time), 0)
  const from = times.length > 0 ? Math.floor(first / HOUR) * HOUR : 0
  const counts = new Int32Array(times.length > 0 ? Math.floor((last - from) / HOUR) + 1 : 0)
  for (const time of times) counts[Math.floor((time - from) / HOUR)]!++
  return { from, counts, usual: Float64Array.from(counts, (count, hour) => likely(counts, hour) ?? count) }
}

function likely(counts: Int32Array, hour: number): number | undefined {
  if (hour < PAST) return undefined
  const alike: number[] = []
  for (let day = 1; day <= PAST_DAYS; day++) {
    for (const beside of [-1, 0, 1]) {
      const count = counts[hour - 24 * day + beside]
      if (count !== undefined) alike.push(count)
    }
  }
  return Math.max(median(alike), median([...counts.subarray(Math.max(0, hour - WEEK), hour)]))
}

/** An hour or minute beyond what chance brings; places in the crowd are told apart by time. */
export type RawBurst = Omit<Burst, 'grouped'>

/**
 * Hours with at least 20 signatures and so many that even thrice the usual would bring them less than once in a
 * million, neighbours as one; and minutes that stand out so among the other minutes of their own hour.
 */
export function burstsOf(crowd: Crowd, hours: Hours): RawBurst[] {
  const found = [...hourBursts(hours), ...minuteBursts(crowd, hours)]
  return found
    .sort((a, b) => b.signatures - a.signatures)
    .slice(0, MOST_BURSTS)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

function hourBursts({ from, counts, usual }: Hours): RawBurst[] {
  const bursts: { first: number; last: number; signatures: number; usual: number }[] = []
  counts.forEach((count, hour) => {
    if (hour < PAST || !isBurst(count, usual[hour]!)) return
    const open = bursts.at(-1)
    if (open?.last === hour - 1) {
      open.last = hour
      open.signatures += count
      open.usual += usual[hour]!
    } else bursts.push({ first: hour, last: hour, signatures: count, usual: usual[hour]! })
  })
  return bursts.map(({ first, last, signatures, usual }) => ({
    unit: 'hours',
    from: instantOf(from + first * HOUR),
    to: instantOf(from + (last + 1) * HOUR),
    signatures,
    usual,
  }))
}

function minuteBursts({ times }: Crowd, { from, counts }: Hours): RawBurst[] {
  const minutes = new Map<number, number>()
  for (const time of times) {
    const minute = Math.floor((time - from) / MINUTE)
    minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
  }
  return [...minutes].flatMap(([minute, count]): RawBurst[] => {
    const hour = Math.floor(minute / 60)
    const usual = (counts[hour]! - count) / 59
    if (hour < PAST || !isBurst(count, usual)) return []
    const [begin, end] = [from + minute * MINUTE, from + (minute + 1) * MINUTE]
    return [{ unit: 'minute', from: instantOf(begin), to: instantOf(end), signatures: count, usual }]
  })
}

function isBurst(count: number, usual: number): boolean {
  return count >= FEWEST && surprise(count, WAVE * Math.max(usual, 1)) >= IMPROBABLE
}

/** The hours as at most 240 periods for a picture. */
export function periodsOf({ from, counts, usual }: Hours) {
  const step = STEPS.find((hours) => counts.length <= hours * MOST_PERIODS) ?? 720
  const periods = Math.min(Math.ceil(counts.length / step), MOST_PERIODS)
  const sum = (numbers: Int32Array | Float64Array, period: number) => {
    let total = 0
    for (const number of numbers.subarray(period * step, (period + 1) * step)) total += number
    return Math.round(total * 10) / 10
  }
  return {
    step,
    from: instantOf(from),
    counts: Array.from({ length: periods }, (_, period) => sum(counts, period)),
    usual: Array.from({ length: periods }, (_, period) => sum(usual, period)),
  }
}
