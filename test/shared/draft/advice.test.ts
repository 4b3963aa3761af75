import { describe, expect, test } from 'vitest'
import { adviceOn } from '../../../shared/draft/advice'

const long = 'Просимо встановити ліхтар біля школи на вулиці Лісовій, бо ввечері там темно. '.repeat(3)

describe('a petition that asks for something plainly', () => {
  test.each([
    ['Облаштувати пішохідний перехід біля школи № 3', long],
    ['Ні забудові парку! Просимо раду скасувати дозвіл', long],
    ['Повернути нічний автобус № 12', `${long}\n\nhttps://malva.example/${'a'.repeat(90)}`],
    ['Build a crossing by School No. 3', 'We ask the council to build a crossing. '.repeat(5)],
    ['', ''],
    [
      'Встановити камери',
      `${long} Рішення № 1234567890 від 2024-01-15, рахунок UA123456789012345678901234567.`,
    ],
  ])('gets no advice: %s', (title, text) => {
    expect(adviceOn({ title, text })).toEqual([])
  })
})

describe('what might be mended', () => {
  test.each([
    ['title-capitals', 'ОБЛАШТУВАТИ ПЕРЕХІД БІЛЯ ШКОЛИ № 3', long],
    ['title-request', 'Темна вулиця на Лісовому', long],
    ['title-personal', 'Просимо подзвонити 067 123 45 67', long],
    ['title-long-word', `Просимо ${'ааа'.repeat(30)}`, long],
    ['text-capitals', 'Встановити ліхтар', long.toUpperCase()],
    ['text-brief', 'Встановити ліхтар', 'Просимо встановити ліхтар.'],
    ['text-request', 'Встановити ліхтар', 'Вулиця дуже темна взимку і ввечері. '.repeat(6)],
    ['text-wall', 'Встановити ліхтар', long.repeat(9)],
    ['text-phone', 'Встановити ліхтар', `${long} Телефон: +38 (067) 123-45-67.`],
    ['text-phone', 'Встановити ліхтар', `${long} 0671234567`],
    ['text-email', 'Встановити ліхтар', `${long} Пишіть на oksana@ukr.net.`],
    ['text-tax-number', 'Встановити ліхтар', `${long} Мій код 3184710691.`],
    ['text-long-word', 'Встановити ліхтар', `${long} ${'ж'.repeat(80)}`],
  ])('%s', (code, title, text) => {
    expect(adviceOn({ title, text })).toEqual([code])
  })

  test('stays quick on a text as long as any may be', () => {
    for (const text of [
      'a'.repeat(20_000),
      '0'.repeat(20_000),
      `${'а.'.repeat(10_000)}@`,
      '+38('.repeat(5000),
    ]) {
      const begun = performance.now()
      adviceOn({ title: text, text })
      expect(performance.now() - begun).toBeLessThan(500)
    }
  })
})
