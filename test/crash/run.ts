import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { ProgressRow } from '../bench/progress'
import { TownProcess } from '../support/journeys/town-process'
import { crashRun } from './crash-run'
import { reportOf } from './report'

const MOST_SEED = 2 ** 31
/** Kills that the product is held to. */
const KILLS = 30

const seed = wholeNumber('CRASH_SEED') ?? randomInt(MOST_SEED)
const kills = wholeNumber('CRASH_KILLS') ?? KILLS
const row = new ProgressRow()
console.log(`CRASH_SEED=${seed} CRASH_KILLS=${kills}`)
row.tell('starting')
const built = process.env.VICHE_TOWN
if (!built) throw new Error('start it with npm run test:crash')
const complaints = join(built, '../complaints.log')
const town = await TownProcess.start({ built, complaints })
const report = await crashRun(town, { seed, kills, tell: row.tell })
row.end()
console.log(reportOf(report))
if (report.violations.length === 0) {
  await town.stop()
} else {
  await town.end()
  console.log(`\nThe data is left in ${town.data}; what the stack complained of is in ${complaints}`)
  process.exitCode = 1
}

function wholeNumber(name: string): number | undefined {
  const text = process.env[name]
  if (!text) return undefined
  if (!/^\d{1,10}$/.test(text)) throw new Error(`${name} must be a whole number, not “${text}”`)
  return Number(text)
}
