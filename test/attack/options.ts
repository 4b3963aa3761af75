import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { strategies } from './strategies'
import type { Strategy } from './strategy'

export interface Options {
  readonly bots: number
  readonly residents: number
  /** Of the storm. */
  readonly minutes: number
  readonly strategies: readonly Strategy[]
  readonly seed: number
  /** Where the report goes as JSON. */
  readonly report: string
}

/** The command line cannot be followed; the message is for whoever typed it. */
export class WrongOption extends Error {}

const USAGE = `npm run attack -- [--bots 10400] [--residents 1000] [--minutes 7] [--strategies "one domain,slow drip"] [--seed 1] [--report FILE]
Strategies: ${strategies.map(({ name }) => name).join(', ')}`

/** @throws WrongOption */
export function readOptions(args: readonly string[]): Options {
  const values = parsed(args)
  return {
    bots: number('bots', values.bots, 10_400),
    residents: number('residents', values.residents, 1000),
    minutes: number('minutes', values.minutes, 7),
    strategies: chosen(values.strategies),
    seed: number('seed', values.seed, randomInt(2 ** 31)),
    report: values.report ?? '.build/attack/report.json',
  }
}

function parsed(args: readonly string[]) {
  const string = { type: 'string' } as const
  const names = { bots: string, residents: string, minutes: string, strategies: string, seed: string }
  try {
    return parseArgs({ args: [...args], options: { ...names, report: string } }).values
  } catch (error) {
    throw new WrongOption(`${(error as Error).message}\n${USAGE}`)
  }
}

function number(name: string, text: string | undefined, otherwise: number): number {
  const value = Number(text ?? otherwise)
  if (!(value > 0)) throw new WrongOption(`--${name}: a number above 0\n${USAGE}`)
  return value
}

function chosen(names: string | undefined): readonly Strategy[] {
  if (names === undefined) return strategies
  return names.split(',').map((name) => {
    const strategy = strategies.find((one) => one.name === name.trim())
    if (!strategy) throw new WrongOption(`--strategies: there is no «${name.trim()}»\n${USAGE}`)
    return strategy
  })
}
