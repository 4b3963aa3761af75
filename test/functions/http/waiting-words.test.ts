import { expect, test } from 'vitest'
import { waitingWords } from '../../../functions/http/waiting-words'

test.each([
  [undefined, 'пізніше', 'later'],
  [1, 'за 1 хвилину', 'in 1 minute'],
  [119, 'за 2 хвилини', 'in 2 minutes'],
  [600, 'за 10 хвилин', 'in 10 minutes'],
  [21 * 60, 'за 21 хвилину', 'in 21 minutes'],
  [2 * 3600, 'за 2 години', 'in 2 hours'],
  [86_000, 'за 24 години', 'in 24 hours'],
])('%s seconds', (seconds, uk, en) => {
  expect([waitingWords('uk', seconds), waitingWords('en', seconds)]).toEqual([uk, en])
})
