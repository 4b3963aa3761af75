import { expect, test } from 'vitest'
import { signBody } from '../../shared/http/signing'
import { fullName } from '../../shared/signing/person-name'
import { MOST_PEOPLE, resident } from './crowd'

test('no two residents share a name or an address, and the form takes each', () => {
  const names = new Set<string>()
  const addresses = new Set<string>()
  for (let number = 0; number < MOST_PEOPLE; number++) {
    const { name, email } = resident(number, 'test')
    names.add(fullName(name))
    addresses.add(email)
    if (number % 97 > 0) continue
    const body = { person: name, email, noticeRead: true, altcha: 'payload' }
    expect(signBody.parse(body)).toEqual(body)
  }
  expect(names.size).toBe(MOST_PEOPLE)
  expect(addresses.size).toBe(MOST_PEOPLE)
})
