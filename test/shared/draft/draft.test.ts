import { expect, test } from 'vitest'
import { bodyOf, draftIn, draftOf } from '../../../shared/draft/draft'
import { STEP_FIELDS, STEP_SCHEMAS, STEPS, stepAfter, stepsBefore } from '../../../shared/draft/steps'
import { submitBody } from '../../../shared/http/signing'
import { draft } from '../../web/submit-pages'

test('the steps together ask for all that the API demands, each field once', () => {
  const asked = STEPS.flatMap((step) => STEP_FIELDS[step])
  expect(new Set(asked).size).toBe(asked.length)
  expect(Object.keys(bodyOf(draft)).sort()).toEqual(
    ['author', 'noticeRead', 'text', 'title', 'topic', 'wantsHearing'].sort(),
  )
  const whole = { ...bodyOf(draft), communityId: 'malva', hostId: 'malva-council', altcha: 'x' }
  expect(submitBody.safeParse(whole).success).toBe(true)
  for (const step of STEPS) expect(STEP_SCHEMAS[step].safeParse(bodyOf(draft)).success, step).toBe(true)
})

test('blank fields are left out, and what no step knows', () => {
  expect(
    bodyOf(draftIn({ title: '  ', text: 'Просимо', altcha: 'x', 'author.surname': ' Коваль ' })),
  ).toEqual({
    text: 'Просимо',
    author: { surname: 'Коваль' },
  })
})

test('steps follow one another, and the last follows itself', () => {
  expect(stepAfter('idea')).toBe('text')
  expect(stepAfter('preview')).toBe('preview')
  expect(stepsBefore('similar')).toEqual(['idea', 'text'])
})

test('a petition begins another with its words alone', () => {
  expect(draftOf({ title: 'Міст', text: 'Просимо', wantsHearing: false })).toEqual({
    title: 'Міст',
    text: 'Просимо',
  })
})
