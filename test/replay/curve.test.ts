import { expect, test } from 'vitest'
import { readCurve } from './curve'

const HEADING = 'observed_at_utc,signatures'
const csv = (...lines: string[]) => [HEADING, ...lines].join('\n')

test('a curve is read between its flat ends, whatever the order of its lines', () => {
  const curve = readCurve(
    csv(
      '2026-03-01T00:00:00Z,1',
      '2026-03-03T00:00:00Z,600',
      '2026-03-02T00:00:00Z,100',
      '2026-03-04T00:00:00Z,900',
      '2026-04-01T00:00:00Z,1000',
    ),
  )
  expect(curve.from.toISOString()).toBe('2026-03-02T00:00:00.000Z')
  expect(curve.to.toISOString()).toBe('2026-03-04T00:00:00.000Z')
  expect([0, 0.25, 0.5, 0.75, 1].map((passed) => curve.at(passed))).toEqual([0, 0.3125, 0.625, 0.8125, 1])
})

test('a line that is no observation is named', () => {
  expect(() => readCurve(csv('2026-03-01T00:00:00Z,1', 'yesterday,5'))).toThrow('line 3')
})

test('a curve that does not grow cannot be played', () => {
  expect(() => readCurve(csv('2026-03-01T00:00:00Z,5', '2026-03-02T00:00:00Z,5'))).toThrow('does not grow')
})
