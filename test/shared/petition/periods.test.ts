import { describe, expect, it } from 'vitest'
import { addDays } from '../../../shared/calendar/day'
import { NO_DAYS, withEntries } from '../../../shared/log/days'
import type { LogEntry } from '../../../shared/log/entry'
import { periodsOf } from '../../../shared/petition/periods'

const hash = new Uint8Array(32)
const signed = (time: string): LogEntry => ({ kind: 'signature', time, text: hash, name: hash, person: hash })

describe('counts by day', () => {
  it('go by Kyiv’s days on both sides of daylight saving, and know erasures only as entries', () => {
    const entries: LogEntry[] = [
      signed('2026-03-28T21:59Z'),
      signed('2026-03-28T22:00Z'),
      signed('2026-03-29T20:59Z'),
      signed('2026-03-29T21:00Z'),
      { kind: 'annulment', time: '2026-03-29T21:00Z', index: 0, ground: 'automated' },
      { kind: 'erasure', time: '2029-05-01T09:00Z', index: 1 },
    ]
    const days = [
      { day: '2026-03-28', signed: 1, annulled: 0 },
      { day: '2026-03-29', signed: 2, annulled: 0 },
      { day: '2026-03-30', signed: 1, annulled: 1 },
    ]
    expect(withEntries(NO_DAYS, entries)).toEqual({ size: 6, days })
    const inTwo = withEntries(withEntries(NO_DAYS, entries.slice(0, 3)), entries.slice(3))
    expect(inTwo).toEqual({ size: 6, days })
  })
})

describe('periods', () => {
  const days = Array.from({ length: 400 }, (_, n) => ({
    day: addDays('2026-01-31', n),
    signed: n + 1,
    annulled: n % 2,
  }))
  const total = days.reduce((sum, one) => sum + one.signed - one.annulled, 0)

  it.each([
    ['2026-05-02', 'day', 92],
    ['2026-05-03', 'week', 14],
    ['2027-11-05', 'week', 92],
    ['2028-01-30', 'month', 24],
    ['2040-01-30', 'year', 14],
  ] as const)('up to %s are one %s each', (to, step, number) => {
    const held = days.filter(({ day }) => day <= to)
    const found = periodsOf(held, '2026-01-31', to)
    expect([found.step, found.periods.length]).toEqual([step, number])
    expect(found.periods.at(-1)!.to).toBe(to)
    for (const [place, { from }] of found.periods.slice(1).entries())
      expect(addDays(found.periods[place]!.to, 1)).toBe(from)
    if (held.length === days.length) expect(found.periods.at(-1)!.total).toBe(total)
  })

  it('take in what happened after the term', () => {
    const late = [{ day: '2026-03-10', signed: 0, annulled: 2 }]
    expect(periodsOf(late, '2026-03-01', '2026-03-05').periods).toHaveLength(10)
    expect(periodsOf([], '2026-03-01', '2026-03-01').periods).toHaveLength(1)
  })
})
