import { imageSize } from 'image-size'
import { describe, expect, test } from 'vitest'
import { shareImage } from '../../../functions/documents/share-image'
import type { PetitionView } from '../../../shared/petition/view'
import { ShareCard } from '../../../web/documents/share-card'
import { wrap } from '../../../web/documents/wrap'
import { shippedFiles, shippedTypefaces } from '../../support/shipped-files'
import { everyPetition, HOSTILE, petitionIn, TODAY } from '../../web/fixtures'

const MOST_BYTES = 60 * 1024
const deps = { files: shippedFiles, typefaces: shippedTypefaces }

const base = petitionIn('collecting')
const cases: Record<string, PetitionView> = {
  'no signature': { ...base, count: 0 },
  'a million': { ...base, count: 1_000_000, threshold: 6000 },
  'a title of 500 characters': { ...base, title: 'Відремонтувати дорогу та збудувати міст '.repeat(13) },
  'an endless word': { ...base, title: 'ж'.repeat(300) },
  'right to left': { ...base, title: 'שלום עולם — مرحبا بالعالم' },
  'nothing but pictures': { ...base, title: '😀😀😀 🚍' },
  markup: { ...base, title: HOSTILE },
  'a long community': {
    ...base,
    community: { ...base.community, name: { uk: 'Дуже довга назва громади '.repeat(8), en: 'Long' } },
  },
}

describe('the picture', () => {
  test.each(Object.keys(cases))('of %s is 1200 × 630 and light', async (name) => {
    for (const locale of ['uk', 'en'] as const) {
      const png = await shareImage(deps, { locale, petition: cases[name]!, today: TODAY })
      expect(imageSize(png)).toMatchObject({ width: 1200, height: 630, type: 'png' })
      expect(png.length).toBeLessThan(MOST_BYTES)
    }
  })

  test('tells whose petition it is, what it asks for, how far it is, how long still', async () => {
    const svg = (petition: PetitionView) =>
      String(
        ShareCard({
          locale: 'uk',
          petition,
          today: TODAY,
          measure: (text) => text.length / 2,
          draws: () => true,
        }),
      ).replace(/<[^>]+>/g, '|')
    const collecting = svg(base)
    for (const words of [
      'Віче',
      'Калинівська громада',
      '132 підписи',
      'з необхідних 250',
      'Триває збір підписів',
    ])
      expect(collecting).toContain(words)
    expect(collecting).toContain('Залишилося 20 днів')
    expect(svg(petitionIn('answered'))).toContain('Підтримано')
    for (const petition of everyPetition) expect(svg(petition)).toContain('підпис')
  })
})

describe('a title in lines', () => {
  const measure = (text: string) => [...text].length
  test('breaks between words, within one only where it must, and says that something is left out', () => {
    expect(wrap('один два три', 8, 4, measure)).toEqual(['один два', 'три'])
    expect(wrap('а довжелезнеслово б', 8, 4, measure)).toEqual(['а', 'довжелез', 'неслово', 'б'])
    expect(wrap('один два три чотири', 8, 2, measure)).toEqual(['один два', 'три…'])
    expect(wrap('', 8, 2, measure)).toEqual([])
  })
})
