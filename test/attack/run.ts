import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProgressRow } from '../bench/progress'
import { TownProcess } from '../support/journeys/town-process'
import { attackRun } from './attack-run'
import { cloudSettings } from './cloud-settings'
import { type Options, readOptions, WrongOption } from './options'
import { wordsOf } from './words'

try {
  process.exitCode = await run(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof WrongOption)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** @returns the exit code: 0 when nothing counts that must not, and everybody who must does */
async function run({ minutes, report: file, ...options }: Options): Promise<number> {
  const built = process.env.VICHE_TOWN
  if (!built) throw new Error('start it with npm run attack')
  const row = new ProgressRow()
  console.log(`seed ${options.seed}`)
  row.tell('starting')
  const complaints = join(built, '../complaints.log')
  const settings = cloudSettings()
  const town = await TownProcess.start({ built, complaints, settings })
  try {
    const solverThread = new URL('./solver-thread.js', import.meta.url)
    const report = await attackRun(town, {
      ...options,
      seconds: minutes * 60,
      minimumSeconds: Number(settings.MINIMUM_SECONDS),
      solverThread,
      tell: row.tell,
    })
    row.end()
    await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`)
    console.log(wordsOf(report))
    return report.violations.length === 0 ? 0 : 1
  } finally {
    await town.stop()
  }
}
