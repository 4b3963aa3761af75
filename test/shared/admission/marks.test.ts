import { describe, expect, test } from 'vitest'
import { domainAndParents, isLargeProvider, registeredDomain } from '../../../shared/admission/mail-domain'
import { isUnlikelyName, looksRandom, marksOf } from '../../../shared/admission/marks'
import { widerNetwork } from '../../../shared/admission/networks'

describe('names', () => {
  test.each([
    ['Шевченко', 'Оксана'],
    ['Нечуй-Левицька', 'Анна'],
    ['Ткач', 'Аліса'],
    ['Щ', 'Ю'],
    ['Ллойд', 'Ян'],
    ['Borshchevskyi', 'Ihor'],
    ['Кркич', 'Саллі'],
    ['Ван', 'Лі'],
  ])('%s %s is a name', (surname, givenName) => expect(isUnlikelyName({ surname, givenName })).toBe(false))

  test.each([
    ['Йцукен', 'Оксана'],
    ['Фіва', 'Олдж'],
    ['Qwerty', 'Anna'],
    ['Аааа', 'Іван'],
    ['Тест', 'тест'],
    ['Абабаба', 'абабаба'],
    ['Вклдмн', 'Іван'],
    ['Хахаха', 'Марія'],
  ])('%s %s is hardly one', (surname, givenName) => expect(isUnlikelyName({ surname, givenName })).toBe(true))
})

describe('words', () => {
  test.each(
    'oksana.shevchenko borshchevskyi ihor1985 kh_tkach lyubomyr anna-maria n.kozachenko2 d7kyiv bryzhchuk'.split(
      ' ',
    ),
  )('%s was thought up', (word) => expect(looksRandom(word)).toBe(false))
  test.each('x7k2p9q1 a1b2c3d qwrtpsdfg xkcdfgbnm1 zz9plural7z4a'.split(' '))('%s was not', (word) =>
    expect(looksRandom(word)).toBe(true))
})

test('what is odd is marked, and nothing at a large provider’s domain', () => {
  const person = { surname: 'Шевченко', givenName: 'Оксана' }
  expect(marksOf(person, 'oksana@ukr.net')).toEqual([])
  expect(marksOf(person, 'oksana+1@example.org')).toEqual(['random-address'])
  expect(marksOf({ ...person, surname: 'Ййййй' }, 'q1w2e3r4@x9z8k7q6.com.ua')).toEqual([
    'random-domain',
    'random-address',
    'unlikely-name',
  ])
})

test('a domain is counted as somebody registers one', () => {
  const registered = [
    'a.b.example.org',
    'mail.example.com.ua',
    'x.lviv.ua',
    'a.co.uk',
    'rada.gov.ua',
    'example.org',
  ]
  expect(registered.map(registeredDomain)).toEqual([
    'example.org',
    'example.com.ua',
    'x.lviv.ua',
    'a.co.uk',
    'rada.gov.ua',
    'example.org',
  ])
  expect(domainAndParents('a.b.example')).toEqual(['a.b.example', 'b.example'])
  expect([isLargeProvider('ukr.net'), isLargeProvider('example.org')]).toEqual([true, false])
})

test('the network around an address', () => {
  const wider = ['192.0.2.7', '2001:db8:0:1::/64', 'unknown'].map(widerNetwork)
  expect(wider).toEqual(['192.0.2.0/24', '2001:db8:0::/48', 'unknown'])
})
