import { expect, test } from 'vitest'
import { similarTo } from '../../../shared/search/similar'
import { searchOfAll } from './petitions'

const search = searchOfAll()
const all = () => true
const ids = (title: string, text?: string) =>
  similarTo(search, { title, ...(text !== undefined && { text }) }, all).map(({ id }) => id)

test('finds what asks for the same in other words of the same stems', () => {
  expect(ids('Потрібен пішохідний перехід біля школи')).toEqual(['crossing'])
  expect(ids('Ремонт моста через річку Калинівку')[0]).toBe('bridge')
  expect(ids('Притулок для собак і безпритульних тварин')[0]).toBe('shelter')
  expect(ids('Зробіть щось із парком', 'Очистити ставок, бо вода зацвіла й риба гине')[0]).toBe('pond')
})

test('finds nothing where there is nothing alike', () => {
  expect(ids('Побудувати критий басейн із тренажерною залою')).toEqual([])
  expect(ids('')).toEqual([])
  expect(ids('на та і')).toEqual([])
})

test('looks only at petitions that suit, and scores from 0 to 1', () => {
  const wish = { title: 'Відчинити бібліотеку в суботу' }
  expect(similarTo(search, wish, all)[0]).toEqual({ id: 'library', score: 1 })
  expect(similarTo(search, wish, (id) => id !== 'library')).toEqual([])
})
