import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPlainText, lineSchema, normalizeText, textSchema } from '../../../shared/http/plain-text'

const text = textSchema({ min: 3, max: 100 })
const line = lineSchema({ min: 3, max: 100 })

describe('text', () => {
  test('keeps paragraphs and HTML as written', () => {
    expect(text.parse('Перше.\r\n\r\n\r\n\r\nДруге <b>важливе</b>.\tТак. ')).toBe(
      'Перше.\n\nДруге <b>важливе</b>. Так.',
    )
    expect(text.parse('и\u0306 — це й')).toBe('й — це й')
    expect(text.parse('👩‍🏫 за перехід')).toBe('👩‍🏫 за перехід')
  })

  test.each([
    '\u0000',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udfff',
  ])('refuses %j', (character) => {
    expect(text.safeParse(`добре ${character} зле`).error?.issues[0]?.message).toBe('control-characters')
    expect(line.safeParse(`добре ${character} зле`).error?.issues[0]?.message).toBe('control-characters')
  })

  test('lengths count after normalisation', () => {
    expect(text.safeParse('а'.repeat(100)).success).toBe(true)
    expect(text.safeParse(`${'а'.repeat(100)}   `).success).toBe(true)
    expect(text.safeParse('а'.repeat(101)).error?.issues[0]?.message).toBe('too-long')
    expect(text.safeParse('👨‍👩‍👧‍👦'.repeat(50)).error?.issues[0]?.message).toBe('too-long')
    expect(text.safeParse('👨‍👩‍👧‍👦'.repeat(30)).success).toBe(true)
    expect(text.safeParse('  а ').error?.issues[0]?.code).toBe('too_small')
    expect(line.parse('  один   рядок ')).toBe('один рядок')
  })
})

test('normalising twice changes nothing, and nothing forbidden slips through', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
      const once = normalizeText(raw)
      expect(normalizeText(once)).toBe(once)
      const result = textSchema({ min: 0, max: 1000 }).safeParse(raw)
      if (result.success) expect(isPlainText(result.data)).toBe(true)
    }),
  )
})
