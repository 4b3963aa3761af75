import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalAddress, hasUnknownTag } from '../../../shared/signing/canonical-address'
import { normalizeEmail } from '../../../shared/signing/email-address'

const same: readonly [canonical: string, ...others: string[]][] = [
  [
    'oksanashevchenko@gmail.com',
    'Oksana.Shevchenko@gmail.com',
    'o.k.s.a.n.a.shevchenko+viche@googlemail.com',
  ],
  ['oksana.sh@outlook.com', 'oksana.sh+1@outlook.com', 'oksana.sh+viche.2@Outlook.com'],
  ['oksana@hotmail.com', 'oksana+1@hotmail.com'],
  ['oksana.sh@icloud.com', 'oksana.sh+a@me.com', 'oksana.sh@mac.com'],
  ['oksanash@proton.me', 'oksana.sh@protonmail.com', 'oksana_sh+x@pm.me', 'oksana-sh@protonmail.ch'],
  ['oksana@fastmail.com', 'oksana+a@fastmail.com', 'anything@oksana.fastmail.com'],
  ['oksana@yahoo.com', 'oksana-shop@yahoo.com'],
  ['oksana@yandex.ru', 'oksana+a@ya.ru', 'oksana@yandex.com'],
  ['oksana@ukr.net', 'oksana+1@ukr.net'],
  ['oksana@zoho.com', 'oksana+z@zoho.com'],
]

test.each(same)('%s is one mailbox however it is written', (canonical, ...others) => {
  for (const one of [canonical, ...others]) expect(canonicalAddress(normalizeEmail(one))).toBe(canonical)
})

const apart: readonly [string, string][] = [
  ['oksana.sh@outlook.com', 'oksanash@outlook.com'],
  ['oksana.sh@ukr.net', 'oksanash@ukr.net'],
  ['oksana-sh@ukr.net', 'oksana@ukr.net'],
  ['oksana@outlook.com', 'oksana@hotmail.com'],
  ['oksana@fastmail.com', 'oksana@fastmail.fm'],
  ['oksana+1@example.org', 'oksana+2@example.org'],
  ['oksana.sh@example.org', 'oksanash@example.org'],
  ['oksana@gmail.com.ua', 'oksana@gmail.com'],
  ['+1@gmail.com', '+2@gmail.com'],
]

test.each(apart)('%s and %s may be two people', (one, other) => {
  expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
})

describe('whatever is typed', () => {
  const domains = same.flat().map((email) => email.split('@')[1]!)

  test('the canonical address is its own, and still an address', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-c.+_-]{1,8}$/), fc.constantFrom(...domains), (name, domain) => {
        const canonical = canonicalAddress(`${name}@${domain}`)
        expect(canonicalAddress(canonical)).toBe(canonical)
        expect(canonical).toMatch(/^[^@]+@[^@]+$/)
      }),
    )
  })

  test('a tag that nobody is known to drop is seen', () => {
    const of = ['oksana+1@example.org', 'oksana+1@gmail.com', '+@example.org', 'oksana@example.org']
    expect(of.map(hasUnknownTag)).toEqual([true, false, false, false])
  })
})
