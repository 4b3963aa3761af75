import { parseArgs } from 'node:util'
import type { Locale } from '../../shared/locale'
import { words } from './words'

export interface Arguments {
  /** Address of a petition or folder; absent where a receipt alone is checked. */
  readonly target: string | undefined
  readonly receipt: string | undefined
  readonly key: string | undefined
  readonly tsaRoots: string | undefined
  readonly keep: string | undefined
  readonly mirror: string | undefined
  readonly locale: Locale
  readonly json: boolean
  readonly offline: boolean
  readonly help: boolean
}

/** The command was called in a way it does not know; the message says so in the reader's language. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage'
}

const options = {
  receipt: { type: 'string' },
  key: { type: 'string' },
  'tsa-roots': { type: 'string' },
  keep: { type: 'string' },
  mirror: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean', default: false },
  offline: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/**
 * @param argv what follows `viche verify`
 * @throws WrongUsage
 */
export function readArguments(argv: readonly string[], environment: NodeJS.ProcessEnv): Arguments {
  const { values, positionals } = parse(argv, environment)
  const locale = localeOf(values.lang, environment)
  if (positionals.length > 1) throw new WrongUsage(words[locale].wrongUsage(positionals.join(' ')))
  return {
    target: positionals[0],
    receipt: values.receipt,
    key: values.key,
    tsaRoots: values['tsa-roots'],
    keep: values.keep,
    mirror: values.mirror,
    locale,
    json: values.json,
    offline: values.offline,
    help: values.help,
  }
}

/** Ukrainian unless the system speaks another language. */
export function localeOf(lang: string | undefined, environment: NodeJS.ProcessEnv): Locale {
  if (lang === 'uk' || lang === 'en') return lang
  if (lang !== undefined)
    throw new WrongUsage(words[localeOf(undefined, environment)].wrongUsage(`--lang ${lang}`))
  const system = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return /^$|^uk|^C\b|^POSIX/i.test(system) ? 'uk' : 'en'
}

function parse(argv: readonly string[], environment: NodeJS.ProcessEnv) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { message } = error as Error
    throw new WrongUsage(words[localeOf(undefined, environment)].wrongUsage(message))
  }
}
