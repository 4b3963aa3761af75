import { describe, expect, test } from 'vitest'
import { identifiedPerson, type ProviderLevel } from '../../../shared/identity/identified-person'
import { registerNumberOf, taxNumberOf } from '../../../shared/identity/identifiers'
import { providedNamePart } from '../../../shared/identity/provided-name'
import { personIdOf } from '../../../shared/signing/person-id'

describe('a name as a provider says it', () => {
  test.each([
    ['ЛУК’ЯНЕНКО-ШЕВЧЕНКО', 'Лук’яненко-Шевченко'],
    ['ТАРАС ГРИГОРОВИЧ', 'Тарас Григорович'],
    ['де Вольф', 'де Вольф'],
    [' Оксана ', 'Оксана'],
    ['Ї', 'Ї'],
  ])('%s is published as %s', (said, published) => expect(providedNamePart(said)).toBe(published))
})

describe('numbers have one spelling', () => {
  test.each([
    ['3012345678', '3012345678'],
    [' 3012 345 678', '3012345678'],
    ['AB123456', 'АВ123456'],
    ['ав 123456', 'АВ123456'],
    ['123456789', '123456789'],
    ['0000000000', undefined],
    ['30123', undefined],
    ['', undefined],
  ])('tax number %s', (said, spelled) => expect(taxNumberOf(said)).toBe(spelled))

  test.each([
    ['19820704-00017', '1982070400017'],
    ['1982070400017', '1982070400017'],
    ['982070400017', undefined],
  ])('register number %s', (said, spelled) => expect(registerNumberOf(said)).toBe(spelled))
})

test('the same person by two providers is one, and so is whoever has only an address', () => {
  const name = { surname: 'Шевченко', givenName: 'Оксана' }
  const idOf = (attributes: Parameters<typeof identifiedPerson>[1], level: ProviderLevel = 'openid') =>
    identifiedPerson(level, { ...name, ...attributes }).personId
  const byNumber = idOf({ taxNumber: '3012345678', verifiedEmail: 'a@b.ua' })
  expect(byNumber).toBe(idOf({ taxNumber: '3012 345678' }, 'id-gov-ua'))
  expect(idOf({ verifiedEmail: 'Oksana.Sh+news@gmail.com' })).toBe(
    personIdOf({ email: 'oksanash@gmail.com' }),
  )
})
