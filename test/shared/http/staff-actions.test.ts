import { describe, expect, test } from 'vitest'
import {
  isStaffAction,
  STAFF_ACTIONS,
  type StaffAction,
  staffActions,
} from '../../../shared/http/staff-actions'

const sound: Record<StaffAction, object> = {
  publish: {},
  reject: { ground: 'hatred', explanation: 'Друге речення.' },
  transfer: {},
  'begin-consideration': {},
  'order-draft': {},
  extend: { dueOn: '2026-06-30', reason: 'Слухання 25 червня', url: 'https://rada.example/hearing' },
  decide: { outcome: 'supported', text: 'Рада підтримує петицію.' },
  announce: { statement: 'Оголошено на засіданні.' },
  answer: { text: 'Перехід облаштують.', reasons: 'Кошти передбачено.' },
  'register-appeal': { registrationNumber: 'З-12/34', term: '15-days', reason: 'Не потребує вивчення' },
  'answer-appeal': { text: 'Відповідь на звернення.' },
  annul: {
    signatures: '17, 20-25',
    ground: 'automated',
    explanation: 'Підписи поставила програма.',
    digest: 'A'.repeat(43),
  },
  'keep-consideration': { reason: 'Рада вже розпочала розгляд.' },
  'resume-collection': { reason: 'Підписів замало.' },
}

describe.each(STAFF_ACTIONS)('%s', (action) => {
  test('takes its fields and no other', () => {
    const schema = staffActions[action]
    expect(schema.parse(sound[action])).toEqual(sound[action])
    expect(schema.safeParse({ ...sound[action], extra: 1 }).success).toBe(false)
    for (const wrong of [null, [], 'x']) expect(schema.safeParse(wrong).success).toBe(false)
    const fields = Object.keys(sound[action])
    for (const field of fields) {
      for (const value of [7, {}, '\u0000', 'я'.repeat(100_000)]) {
        expect(schema.safeParse({ ...sound[action], [field]: value }).success).toBe(false)
      }
    }
  })
})

test('what must be said cannot be left out', () => {
  const left = (action: StaffAction, ...fields: string[]) =>
    fields.map((field) => staffActions[action].safeParse({ ...sound[action], [field]: undefined }).success)
  expect(left('reject', 'ground', 'explanation')).toEqual([false, false])
  expect(left('extend', 'dueOn', 'reason', 'url')).toEqual([false, false, true])
  expect(left('decide', 'outcome', 'text')).toEqual([false, false])
  expect(left('answer', 'text', 'reasons')).toEqual([false, false])
  expect(left('announce', 'statement')).toEqual([true])
  expect(staffActions.extend.safeParse({ ...sound.extend, url: 'javascript:alert(1)' }).success).toBe(false)
  expect(staffActions.extend.safeParse({ ...sound.extend, dueOn: '2026-02-30' }).success).toBe(false)
})

test('names of actions', () => {
  expect(isStaffAction('publish')).toBe(true)
  for (const name of ['toString', '__proto__', 'Publish', '']) expect(isStaffAction(name)).toBe(false)
})
