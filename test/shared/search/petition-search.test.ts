import { describe, expect, it, test } from 'vitest'
import { otherLayout } from '../../../shared/search/keyboard'
import { PetitionSearch } from '../../../shared/search/petition-search'
import { type Known, PETITIONS, searchOfAll } from './petitions'

const search = searchOfAll()

describe('what a query finds, and what it does not', () => {
  const table: [query: string, finds: Known[], not?: Known[]][] = [
    // Endings.
    ['пішохідного переходу', ['crossing'], ['stop']],
    ['переходи', ['crossing'], ['porch']],
    ['школою', ['crossing'], ['waste']],
    ['шкіл', ['crossing'], ['pond']],
    ['дорозі', ['crossing', 'trees'], ['library']],
    ['доріг', ['crossing', 'trees'], ['library']],
    ['моста', ['bridge'], ['stop']],
    ['мосту через річку', ['bridge'], ['pond']],
    ['річці', ['bridge'], ['pond']],
    ['дитячого садка', ['nursery'], ['library']],
    ['садки', ['nursery'], ['trees']],
    ['зупинок', ['stop'], ['crossing']],
    ['зупинці автобусів', ['stop'], ['crossing']],
    ['автобуси', ['stop'], ['station']],
    ['собаки', ['shelter'], ['nursery']],
    ['тварина', ['shelter'], ['trees']],
    ['бібліотеці', ['library'], ['shelter']],
    ['бібліотек', ['library'], ['shelter']],
    ['дерево', ['trees'], ['stop']],
    ['дерев', ['trees'], ['stop']],
    ['ставки', ['pond'], ['waste']],
    ['сміттям', ['waste'], ['station']],
    ['дворами', ['waste'], ['nursery']],
    ['станцій', ['station'], ['stop']],
    ['станція', ['station'], ['stop']],
    ['лікарень', ['porch'], ['waste']],
    ['лавки', ['stop'], ['lights']],
    // Apostrophes and none.
    ["під'їзд", ['lights'], ['crossing']],
    ['під’їзди', ['lights'], ['crossing']],
    ['підʼїзду', ['lights'], ['crossing']],
    ['під`їздом', ['lights'], ['crossing']],
    ['підїзд', ['lights'], ['crossing']],
    ['пять метрів', ['porch'], ['stop']],
    ['обєднання', ['trees'], ['porch']],
    // Letters that people mix up, and case.
    ['ганок', ['porch'], ['bridge']],
    ['ґанку', ['porch'], ['bridge']],
    ['станціі', ['station'], ['stop']],
    ['украінська', ['pond'], ['station']],
    ['обʼеднає', ['trees'], ['porch']],
    ['ПАНДУС', ['porch'], ['station']],
    ['вулиця шевченка', ['crossing'], ['stop']],
    // Typing errors.
    ['бібілотека', ['library'], ['shelter']],
    ['бiблiотека', ['library'], ['shelter']],
    ['освитлення', ['lights'], ['porch']],
    ['тврини', ['shelter'], ['trees']],
    ['притулоок', ['shelter'], ['trees']],
    ['шокла', ['crossing'], ['pond']],
    ['елктромобіль', ['station'], ['stop']],
    // The Latin layout left on.
    ['gfylec', ['porch'], ['station']],
    ['pegbyrf fdnj,ecf', ['stop'], ['station']],
    // Author and number.
    ['Лісова', ['library'], ['trees']],
    ['мавки лукашівни', ['library'], ['nursery']],
    ['№ 2', ['bridge'], ['stop']],
    ['7', ['library', 'crossing'], ['trees']],
    // Nothing of the kind.
    ['басейн', [], ['pond', 'bridge']],
    ['космодром', [], ['station']],
  ]

  it.each(table)('%s', (query, finds, not = []) => {
    const { ids, partly } = search.find(query)
    expect(ids.slice(0, finds.length).toSorted()).toEqual([...finds].sort())
    for (const one of not) expect(ids).not.toContain(one)
    expect(partly).toBeUndefined()
  })
})

describe('order', () => {
  test('a word in the title stands before the same word in the text', () => {
    expect(search.find('зупинка').ids[0]).toBe('stop')
    expect(search.find('пішохідний').ids).toEqual(['crossing', 'bridge'])
  })

  test('a number finds its petition before those that hold the number', () => {
    const number = Object.keys(PETITIONS).indexOf('library') + 1
    expect(search.find(String(number)).ids).toEqual(['library', 'crossing'])
    expect(search.find('12').ids).toEqual(['pond', 'lights'])
  })
})

test('where no petition holds all the words, those with some are told apart', () => {
  expect(search.find('бібліотека на місяці')).toEqual({ ids: ['library'], partly: true })
})

test('what was read in another layout is told', () => {
  expect(search.find(',s,ksjntrf')).toEqual({ ids: ['library'], instead: 'бібліотека' })
  expect(search.find('gfylec')).toEqual({ ids: ['porch'], instead: 'пандус' })
  expect(otherLayout('Пандус')).toBeUndefined()
  expect(otherLayout('2026')).toBeUndefined()
})

test.each([
  '',
  '   ',
  '’’’',
  '%_*',
  '👍🏽',
  '\u202eтест',
  'х'.repeat(200),
  '"constructor" __proto__',
  'на та і в',
  'ііііі '.repeat(40),
])('%j breaks nothing', (query) => {
  expect(search.find(query).ids).toEqual([])
  expect(new PetitionSearch().find(query)).toEqual({ ids: [] })
})
