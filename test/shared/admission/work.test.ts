import { describe, expect, test } from 'vitest'
import { isEnough, workFactor } from '../../../shared/admission/work'

const settings = { calm: { petitionPerMinute: 300, networkPerTenMinutes: 60 }, hardest: 8 }
const factor = (petitionPerMinute: number, networkPerTenMinutes = 0) =>
  workFactor({ petitionPerMinute, networkPerTenMinutes }, settings)

describe('the work asked for', () => {
  test.each([
    [0, 1],
    [299, 1],
    [300, 2],
    [599, 2],
    [600, 4],
    [1199, 4],
    [1200, 8],
    [1_000_000, 8],
  ])('%i a minute on a petition ask for %i times as much', (pace, times) => expect(factor(pace)).toBe(times))

  test('follows the network as well, whichever is busier', () => {
    expect([factor(0, 59), factor(0, 60), factor(700, 60), factor(300, 10_000)]).toEqual([1, 2, 4, 8])
  })

  test('never grows where the settings have it so', () => {
    const pace = { petitionPerMinute: 1e6, networkPerTenMinutes: 1e6 }
    expect(workFactor(pace, { ...settings, hardest: 1 })).toBe(1)
  })
})

describe('work done', () => {
  test.each([
    ['as much as is asked for now', 4, 4, 1000, true],
    ['more, since it was busier then', 8, 1, 1000, true],
    ['half, by a slow phone while the pace rose', 2, 4, 119, true],
    ['half, hoarded', 2, 4, 121, false],
    ['a quarter, however fresh', 1, 4, 1, false],
  ])('%s', (_what, done, needed, age, enough) => expect(isEnough(done, needed, age)).toBe(enough))
})
