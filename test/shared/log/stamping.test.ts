import { describe, expect, test } from 'vitest'
import { withStamped } from '../../../shared/log/stamped'
import { isStampDue, mayBeStamped } from '../../../shared/log/stamping'
import type { Petition } from '../../../shared/petition/petition'
import { publishedPetition } from '../../support/published-petition'

const petition = publishedPetition('a-petition', 10)
const DAY_MINUTES = 24 * 60
const THRESHOLD = '2026-03-10T12:00:30.000Z'

/** Minutes of a day on which a sweep looks at the log. */
function minutesOf(one: Petition, day = '2026-03-20'): string[] {
  const midnight = Date.parse(`${day}T00:00:00.000Z`)
  return Array.from({ length: DAY_MINUTES }, (_, n) => new Date(midnight + n * 60_000).toISOString()).filter(
    (now) => mayBeStamped(one, now),
  )
}

const at = (start: string, minutes: number) => new Date(Date.parse(start) + minutes * 60_000).toISOString()

/** @param minutes after the threshold */
const stamped = (size: number, minutes: number) => ({ size, at: at(THRESHOLD, minutes), authority: 'TSA' })

describe('a log is looked at', () => {
  test('once an hour while the petition can be signed, at a minute of its own', () => {
    const minutes = minutesOf(petition)
    expect(minutes).toHaveLength(24)
    expect(new Set(minutes.map((minute) => minute.slice(14, 16))).size).toBe(1)
    const others = Array.from({ length: 200 }, (_, n) => minutesOf({ ...petition, id: `petition-${n}` })[0])
    expect(new Set(others).size).toBeGreaterThan(50)
  })

  test('once a day when it can be signed no more', () => {
    expect(minutesOf({ ...petition, status: 'answered' })).toHaveLength(1)
  })

  test('each minute of the hour after the threshold and after the end of signing', () => {
    const reached: Petition = { ...petition, status: 'threshold-reached', thresholdReachedAt: THRESHOLD }
    expect(
      minutesOf(reached, '2026-03-10').filter((now) => now > THRESHOLD && now < at(THRESHOLD, 60)),
    ).toHaveLength(60)
    const ended: Petition = { ...petition, status: 'appeal' }
    expect(minutesOf(ended, '2026-05-01').length).toBeGreaterThanOrEqual(60)
  })
})

describe('a checkpoint is stamped', () => {
  test('the first time in any case, and not again while it stands still', () => {
    expect(isStampDue(petition, 3, undefined, THRESHOLD)).toBe(true)
    expect(isStampDue(petition, 3, stamped(3, -600), THRESHOLD)).toBe(false)
    expect(isStampDue(petition, 2, stamped(3, -600), THRESHOLD)).toBe(false)
  })

  test('an hour after the last one, not before', () => {
    expect(isStampDue(petition, 4, stamped(3, -60), THRESHOLD)).toBe(true)
    expect(isStampDue(petition, 4, stamped(3, -30), THRESHOLD)).toBe(false)
  })

  test('soon after the threshold, until a stamp holds all that came before it', () => {
    const reached: Petition = { ...petition, status: 'threshold-reached', thresholdReachedAt: THRESHOLD }
    const now = at(THRESHOLD, 10)
    expect(isStampDue(reached, 12, stamped(9, -10), now)).toBe(true)
    expect(isStampDue(reached, 12, stamped(9, 1), now)).toBe(true)
    expect(isStampDue(reached, 12, stamped(9, 6), now)).toBe(false)
  })

  test('soon after the end of signing', () => {
    const closesAt = petition.closesAt!
    const last = { size: 9, at: at(closesAt, -10), authority: 'TSA' }
    expect(isStampDue(petition, 12, last, at(closesAt, -1))).toBe(false)
    expect(isStampDue(petition, 12, last, at(closesAt, 1))).toBe(true)
    expect(isStampDue({ ...petition, status: 'appeal' }, 12, last, at(closesAt, 3))).toBe(true)
  })
})

test('the list of stamped checkpoints only grows', () => {
  const first = withStamped(undefined, stamped(3, 0))
  expect(first).toBe(`{"items":[{"size":3,"at":"${THRESHOLD}","authority":"TSA"}]}`)
  expect(withStamped(first, stamped(3, 1))).toBeUndefined()
  expect(withStamped(first, stamped(2, 1))).toBeUndefined()
  expect(JSON.parse(withStamped(first, stamped(5, 1))!).items).toHaveLength(2)
  expect(() => withStamped('{"items":7}', stamped(5, 0))).toThrow()
})
