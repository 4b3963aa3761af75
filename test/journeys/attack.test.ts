import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { bundle } from '../../infra/local/setup.mjs'
import { attackRun } from '../attack/attack-run'
import { cloudSettings } from '../attack/cloud-settings'
import { strategies } from '../attack/strategies'
import { wordsOf } from '../attack/words'
import { TownProcess } from '../support/journeys/town-process'

/** `npm run attack` goes on for longer, with the cloud's own proofs of work and a browser. */
const SIZE = { bots: 200, residents: 20, seconds: 5, minimumSeconds: 1, typing: 0.1 }
const SEED = 20_261_127
const quick = strategies
  .filter(({ browser }) => !browser)
  .map((strategy) => (strategy.hours ? { ...strategy, hours: 2 } : strategy))

test('amid a swarm of bots every resident is counted once, and nothing without its own proof, mail and button', async () => {
  const solverThread = pathToFileURL(
    await bundle('test/replay/solver-thread.ts', '.build/test/solver-thread.js'),
  )
  const settings = { ...cloudSettings(), POW_COST: '100', MINIMUM_SECONDS: String(SIZE.minimumSeconds) }
  const town = await TownProcess.start({ settings })
  onTestFinished(() => town.stop())
  const report = await attackRun(town, { ...SIZE, seed: SEED, strategies: quick, solverThread })
  if (report.violations.length > 0) throw new Error(`seed ${SEED}\n${wordsOf(report)}`)
  expect(report.residents.counted).toBe(SIZE.residents)
  const idle = report.strategies.filter(({ requests }) => requests === 0).map(({ name }) => name)
  expect(idle).toEqual([])
  expect(report.strategies.flatMap(({ failures }) => failures)).toEqual([])
})
