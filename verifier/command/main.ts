import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Locale } from '../../shared/locale'
import { type Arguments, localeOf, readArguments, WrongUsage } from './arguments'
import { asJson, asText } from './output'
import { ProgressView } from './progress'
import { CouldNotCheck, run } from './run'
import { words } from './words'

/** Everything holds; something does not; nothing could be said. */
const EXIT = { holds: 0, fails: 1, unchecked: 2 } as const

/** Left to itself, Node lets files that were read and dropped pile up: some 100 MB more in a log of a million. */
const FRUGAL = '--max-semi-space-size=4'

process.exitCode = process.execArgv.includes(FRUGAL) ? await main(process.argv.slice(2)) : runFrugally()

/** The flag can only be given at the start of a process. */
function runFrugally(): number {
  const args = [FRUGAL, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  return status ?? EXIT.unchecked
}

async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv
  let locale: Locale = localeOf(undefined, process.env)
  try {
    const given = readArguments(rest, process.env)
    locale = given.locale
    if (command !== 'verify' || given.help || (given.target ?? given.receipt) === undefined) {
      const asked = given.help || command === undefined || command === 'help' || command === '--help'
      console[asked ? 'log' : 'error'](words[locale].usage)
      return asked ? 0 : EXIT.unchecked
    }
    return await verify(given)
  } catch (error) {
    console.error(reason(error))
    return EXIT.unchecked
  }
}

async function verify(given: Arguments): Promise<number> {
  const progress = new ProgressView(process.stderr, words[given.locale])
  try {
    const { report, remark } = await run(given, process.env, (step) => progress.show(step))
    progress.end()
    process.stdout.write((given.json ? asJson : asText)(given.locale, report))
    if (remark !== undefined) console.error(remark)
    return EXIT[report.verdict]
  } finally {
    progress.end()
  }
}

function reason(error: unknown): string {
  if (error instanceof CouldNotCheck || error instanceof WrongUsage) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
