import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { personKey } from '../../../functions/signing/person-key'
import { lengthPrefixed, nullifierMessage } from '../../../shared/signing/nullifier'

// Figures of an independent implementation.
const key = Buffer.from('01'.repeat(32), 'hex')
const origin = 'petitions.example/log/1'
const person = 'drfo:3184710691'
const expected = '3f60104afeea3df328c8c6a1bb7dd18a5ce69143136dd900b9bd93d28adacc4c'

test('the person key is the one an auditor computes', () => {
  expect(Buffer.from(personKey(key, origin, person), 'base64url').toString('hex')).toBe(expected)
  const message = nullifierMessage(origin, person)
  expect(createHmac('sha256', key).update(message).digest('hex')).toBe(expected)
})

test('parts cannot run into each other', () => {
  expect(nullifierMessage('ab', 'c')).not.toEqual(nullifierMessage('a', 'bc'))
  expect([...lengthPrefixed('ї')]).toEqual([0, 2, 0xd1, 0x97])
  expect(() => lengthPrefixed('я'.repeat(40_000))).toThrow(RangeError)
})
