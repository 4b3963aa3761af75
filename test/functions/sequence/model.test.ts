import { expect, test } from 'vitest'
import { MUTATIONS } from './model/mutations'
import { runModel } from './model/run'

/** Random histories to try; a longer search sets more and another first seed. */
const RUNS = Number(process.env.MODEL_RUNS ?? 400)
const FIRST_SEED = Number(process.env.MODEL_SEED ?? 1)

test(`no history of ${RUNS} loses, repeats or misplaces a signature`, {
  timeout: 60_000 + RUNS * 200,
}, async () => {
  for (let seed = FIRST_SEED; seed < FIRST_SEED + RUNS; seed++) {
    expect(await runModel(seed), `seed ${seed}`).toEqual([])
  }
})

test.each(MUTATIONS)('%s: breaks the log, and the model sees it', async (mutation) => {
  let broken = 0
  for (let seed = 1; seed <= 150; seed++) {
    if ((await runModel(seed, mutation)).length > 0) broken++
  }
  expect(broken, 'broken histories of 150').toBeGreaterThan(5)
})
