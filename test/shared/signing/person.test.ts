import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namePartFault, normalizeNamePart } from '../../../shared/signing/name-part'
import { personName, personSchema } from '../../../shared/signing/person'

const part = (raw: string) => {
  const normal = normalizeNamePart(raw)
  return namePartFault(normal) ?? normal
}

describe('names as people write them', () => {
  test.each([
    ["Дем'янчук", 'Дем’янчук'],
    ['Демʼянчук', 'Дем’янчук'],
    ['М`ята', 'М’ята'],
    ['  Нечуй‑Левицький ', 'Нечуй-Левицький'],
    ['Квітка - Основ’яненко', 'not-a-name'],
    ['Йосип', 'Йосип'],
    ['и\u0306осип', 'йосип'],
    ['Ґалаґан', 'Ґалаґан'],
    ['Алі Мамед огли', 'Алі Мамед огли'],
    ['О’Коннор', 'О’Коннор'],
    ['Müller-Lüdenscheidt', 'Müller-Lüdenscheidt'],
    ['J. R. Smith', 'J. R. Smith'],
    ['Nguyễn', 'Nguyễn'],
    ['Ю', 'Ю'],
  ])('%s → %s', (raw, expected) => expect(part(raw)).toBe(expected))
})

describe('what is no name', () => {
  test.each([
    ['', 'too-short'],
    ['   ', 'too-short'],
    ['Ш'.repeat(61), 'too-long'],
    ['Шевченкo', 'mixed-scripts'],
    ['Шевченко i Син', 'mixed-scripts'],
    ['Петров1', 'not-a-name'],
    ['-', 'not-a-name'],
    ['’', 'not-a-name'],
    ['Анна--Марія', 'not-a-name'],
    ['Ѕеменко', 'not-a-name'],
    ['Ӏван', 'not-a-name'],
    ['Ａnna', 'not-a-name'],
    ['Ире́на', 'not-a-name'],
    ['Анна@example.org', 'not-a-name'],
    ['Анна\nМарія', 'control-characters'],
    ['Анна\u202e', 'control-characters'],
    ['Ан\u00adна', 'control-characters'],
    ['Ан\u200bна', 'control-characters'],
    ['Анна 👍', 'not-a-name'],
    ['Αννα', 'not-a-name'],
  ])('%j: %s', (raw, expected) => expect(part(raw)).toBe(expected))

  test('a long hostile name is judged at once', () => {
    const before = performance.now()
    for (const piece of ['а ', 'а. ', '’а', '-']) part(piece.repeat(30))
    expect(personSchema.safeParse({ surname: 'а '.repeat(50_000), givenName: 'б' }).success).toBe(false)
    expect(performance.now() - before).toBeLessThan(200)
  })
})

describe('a person', () => {
  test('patronymic may be absent, and is then not there', () => {
    const person = personSchema.parse({ surname: ' Коваль', givenName: 'Іван ' })
    expect(personName(person)).toEqual({ surname: 'Коваль', givenName: 'Іван' })
    expect('patronymic' in personName({ ...person, patronymic: undefined })).toBe(false)
  })

  test('all parts are in one script, so that no look-alike slips in', () => {
    const codes = (person: object) =>
      personSchema.safeParse(person).error?.issues.map((issue) => [issue.path.join('.'), issue.message])
    expect(codes({ surname: 'Коваль', givenName: 'IBAH' })).toEqual([['givenName', 'mixed-scripts']])
    expect(codes({ surname: 'Коваль', givenName: 'Іван', patronymic: 'Petrovych' })).toEqual([
      ['patronymic', 'mixed-scripts'],
    ])
  })
})

test('whatever is accepted is normal, short and of one script', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (raw) => {
      const normal = normalizeNamePart(raw)
      if (namePartFault(normal) !== undefined) return
      expect(normalizeNamePart(normal)).toBe(normal)
      expect(normal).toMatch(/^(?:[\p{Script=Cyrillic}’\-. ]+|[\p{Script=Latin}’\-. ]+)$/u)
    }),
    { numRuns: 2000 },
  )
})
