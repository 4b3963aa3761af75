import { expect, it } from 'vitest'
import { endOfDay } from '../../../shared/calendar/day'
import { urgencyOf, workingDaysOverdue } from '../../../shared/staff/urgency'

const martial = { martialLaw: [{ from: '2022-03-24' }], transfers: [] }
// A Wednesday in Kyiv, though still Tuesday in London.
const now = '2026-06-02T22:30:00.000Z'

it.each([
  ['2026-06-02', 'overdue'],
  ['2026-06-03', 'today'],
  ['2026-06-05', 'this-week'],
  ['2026-06-07', 'this-week'],
  ['2026-06-08', 'later'],
])('what is due on %s is %s', (day, urgency) => {
  expect(urgencyOf(endOfDay(day), now)).toBe(urgency)
})

it('counts what is missed in working days', () => {
  expect(workingDaysOverdue(endOfDay('2026-05-29'), now, martial)).toBe(3)
  expect(workingDaysOverdue(endOfDay('2026-05-29'), '2026-05-30T09:00:00.000Z', martial)).toBe(0)
  expect(workingDaysOverdue(endOfDay('2026-06-03'), now, martial)).toBe(0)
})
