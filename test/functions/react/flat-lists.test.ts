import { expect, test } from 'vitest'
import { meets } from '../../bench/figures'
import { measureFlatLists } from '../../bench/flat-lists'
import { table } from '../../bench/table'

test('100,000 signatures make no page and no publication slower than 100 do', async () => {
  const figures = await measureFlatLists({ reads: 150, publications: 30 })
  console.log(table(figures))
  expect(figures.filter((figure) => !meets(figure))).toEqual([])
}, 60_000)
