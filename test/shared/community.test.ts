import { describe, expect, test } from 'vitest'
import { UKRAINE } from '../../shared/calendar/ukraine'
import { punctualityOf } from '../../shared/community/punctuality'
import { shareReached, statisticsOf } from '../../shared/community/statistics'
import { workedExample } from '../../shared/petition/worked-example'
import { Case, community, ngoHost } from './petition/case'

/** Submitted on Monday, 2 March 2026; everything in winter time. */
const prompt = () =>
  new Case('2026-03-02T09:00:00.000Z').publish('2026-03-03T09:00:00.000Z').reach('2026-03-05T09:00:00.000Z')
const slow = () =>
  new Case('2026-03-02T09:00:00.000Z').publish('2026-03-09T09:00:00.000Z').reach('2026-03-10T09:00:00.000Z')

describe('punctuality', () => {
  const now = '2026-03-20T09:00:00.000Z'

  test('tells what was met in time, late, and is overdue, with the median of working days', () => {
    const begun = prompt().begin('2026-03-10T09:00:00.000Z')
    const record = punctualityOf([begun.petition, slow().petition], UKRAINE, now)
    expect(record.rules).toEqual([
      // One and five working days after submission.
      { rule: 'R2', met: 1, late: 1, overdue: 0, open: 0, medianWorkingDays: 3 },
      // Thursday to Tuesday; and never.
      { rule: 'R10', met: 1, late: 0, overdue: 1, open: 0, medianWorkingDays: 3 },
      { rule: 'R12', met: 0, late: 0, overdue: 2, open: 0 },
      { rule: 'R13', met: 0, late: 0, overdue: 0, open: 1 },
    ])
    expect(record).toMatchObject({ met: 2, late: 1, overdue: 3, open: 1, medianWorkingDays: 3 })
  })

  test('leaves out what the NGO owes and what nobody owes any more', () => {
    const host = { host: ngoHost }
    const ngo = new Case('2026-03-02T09:00:00.000Z', host).publish('2026-03-09T09:00:00.000Z').reach(now)
    expect(punctualityOf([ngo.petition], UKRAINE, now).rules).toEqual([])
    const gone = new Case('2026-03-02T09:00:00.000Z')
    gone.do('2026-03-03T09:00:00.000Z', { type: 'withdraw', by: { role: 'author' } })
    expect(punctualityOf([gone.petition], UKRAINE, now)).toEqual({
      ...{ met: 0, late: 0, overdue: 0, open: 0, rules: [] },
    })
  })
})

test('statistics count petitions, signatures and what became of them', () => {
  const answered = (decided: string, said: string) =>
    prompt().begin('2026-03-10T09:00:00.000Z').decide(decided).announce(decided).answer(said).petition
  const inTime = answered('2026-03-20T09:00:00.000Z', '2026-03-23T09:00:00.000Z')
  const late = answered('2026-03-20T09:00:00.000Z', '2026-03-25T09:00:00.000Z')
  const short = new Case('2026-03-02T09:00:00.000Z').publish('2026-03-03T09:00:00.000Z')
  short.do('2026-05-20T09:00:00.000Z', { type: 'end-collection', count: 1 })
  const figures = statisticsOf([inTime, late, short.petition, slow().petition], [3, 4, 1, 3])
  expect(figures).toEqual({
    ...{ petitions: 4, signatures: 11, reached: 3, fellShort: 1, answered: 2, answeredInTime: 1 },
    byStatus: { answered: 2, appeal: 1, 'threshold-reached': 1 },
  })
  expect(shareReached(figures)).toBe(0.75)
  expect(shareReached(statisticsOf([], []))).toBeUndefined()
})

test('the worked example goes by the rules and the working calendar', () => {
  const steps = workedExample('2026-06-01', community, UKRAINE)
  expect(steps.map(({ event, on }) => `${on} ${event}`)).toEqual([
    '2026-06-01 submitted',
    '2026-06-03 published',
    '2026-06-17 threshold-reached',
    '2026-06-18 transferred',
    '2026-06-22 consideration-begun',
    '2026-07-06 decided',
    '2026-07-07 announced',
    '2026-07-07 answered',
  ])
  expect(steps[2]?.opens).toEqual([
    { rule: 'R10', due: '2026-06-22' },
    { rule: 'R12', due: '2026-06-18' },
  ])
})
