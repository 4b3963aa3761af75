import { onTestFinished, test } from 'vitest'
import { crashRun } from '../crash/crash-run'
import { reportOf } from '../crash/report'
import { TownProcess } from '../support/journeys/town-process'

/** `npm run test:crash` goes on for longer. */
const KILLS = 4
const SEED = 20_261_121
const TIMEOUT_MS = 300_000

test(
  'killed at random moments, the log keeps what it told people, each signature once, and takes back no checkpoint',
  async () => {
    const town = await TownProcess.start()
    onTestFinished(() => town.stop())
    const report = await crashRun(town, { seed: SEED, kills: KILLS })
    if (report.violations.length > 0) throw new Error(`CRASH_SEED=${SEED}\n${reportOf(report)}`)
  },
  TIMEOUT_MS,
)
