import type { PersonName } from '../../../shared/signing/person-name'

/** Heroes of Ukrainian literature sign the demonstration's petitions: nobody real does. */
const SURNAMES = [
  'Полтавка',
  'Кайдаш',
  'Джеря',
  'Довбуш',
  'Лимерівна',
  'Чіпка',
  'Лісова',
  'Коваль',
  'Возний',
  'Бондар',
]
const GIVEN = [
  'Наталка',
  'Лаврін',
  'Микола',
  'Олекса',
  'Маруся',
  'Мотря',
  'Мавка',
  'Вакула',
  'Одарка',
  'Лукаш',
]

/** The n-th of a hundred invented people. */
export function hero(n: number): PersonName {
  const surname = SURNAMES[n % SURNAMES.length]!
  const givenName = GIVEN[(n + Math.floor(n / SURNAMES.length)) % GIVEN.length]!
  return { surname, givenName }
}

export function heroEmail(n: number): string {
  return `hero-${n}@literature.example`
}
