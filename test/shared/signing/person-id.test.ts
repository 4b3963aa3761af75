import { expect, test } from 'vitest'
import { personIdOf } from '../../../shared/signing/person-id'

const email = 'oksana@example.org'

test.each([
  [{ taxNumber: '3012345678', registerNumber: '19820704-00017', email }, 'tax:3012345678'],
  [{ registerNumber: '19820704-00017', email }, 'register:19820704-00017'],
  [{ email }, 'email:oksana@example.org'],
])('who %o is', (identifiers, id) => expect(personIdOf(identifiers)).toBe(id))

test('nobody is told from nothing', () => {
  expect(() => personIdOf({})).toThrow(RangeError)
  expect(() => personIdOf({ taxNumber: '', email: '' })).toThrow(RangeError)
})
