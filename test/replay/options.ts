import { parseArgs } from 'node:util'
import { MOST_PEOPLE } from './crowd'

export interface Options {
  /** Path of a CSV file: `observed_at_utc,signatures`, cumulative. */
  readonly csv: string
  /** Address of the running stack, without a slash at its end. */
  readonly url: string
  readonly signatures: number
  readonly minutes: number
}

/** The command line cannot be followed; the message is for whoever typed it. */
export class WrongOption extends Error {}

const USAGE = `npm run replay -- <csv> [--url http://localhost:3000] [--signatures 20000] [--minutes 4.5]`

/** @throws WrongOption */
export function readOptions(args: readonly string[], variables: NodeJS.ProcessEnv): Options {
  const { values, positionals } = parsed(args)
  const [csv] = positionals
  if (csv === undefined || positionals.length > 1) throw new WrongOption(USAGE)
  const url = values.url ?? `http://localhost:${variables.PORT || 3000}`
  const signatures = Number(values.signatures ?? 20_000)
  const minutes = Number(values.minutes ?? 4.5)
  if (!Number.isInteger(signatures) || signatures < 1 || signatures > MOST_PEOPLE) {
    throw new WrongOption(`--signatures: 1 to ${MOST_PEOPLE}`)
  }
  if (!(minutes > 0)) throw new WrongOption('--minutes: more than 0')
  return { csv, url: url.replace(/\/$/, ''), signatures, minutes }
}

function parsed(args: readonly string[]) {
  const string = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { url: string, signatures: string, minutes: string },
    })
  } catch (error) {
    throw new WrongOption(`${(error as Error).message}\n${USAGE}`)
  }
}
