import { describe, expect, test } from 'vitest'
import { emailAddress } from '../../../shared/signing/email-address'

describe('one address is one person', () => {
  test.each([
    ['Oksana@Example.ORG', 'oksana@example.org'],
    ['  oksana@example.org\t', 'oksana@example.org'],
    ['o.shevchenko+petition@mail.example.org', 'o.shevchenko+petition@mail.example.org'],
  ])('%j → %s', (raw, expected) => expect(emailAddress.parse(raw)).toBe(expected))
})

describe('what is no address', () => {
  test.each([
    ['', 'wrong-email'],
    ['oksana', 'wrong-email'],
    ['oksana@', 'wrong-email'],
    ['a@b@example.org', 'wrong-email'],
    ['a b@example.org', 'wrong-email'],
    ['<a@example.org>', 'wrong-email'],
    ['a@example.org\r\nBcc: b@example.org', 'wrong-email'],
    ['a@example.org,b@example.org', 'wrong-email'],
    ['а@example.org', 'wrong-email'],
    ['a\u0000@example.org', 'wrong-email'],
    ['a@\u202egro.example', 'wrong-email'],
    [`${'a'.repeat(243)}@example.org`, 'too-long'],
    ['a'.repeat(10_000), 'too-long'],
  ])('%j: %s', (raw, code) => expect(emailAddress.safeParse(raw).error?.issues[0]?.message).toBe(code))
})
