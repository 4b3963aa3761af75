import { join } from 'node:path'
import { parseArgs } from 'node:util'

export interface Options {
  readonly data: string
  readonly fresh: boolean
  /** Puts a new root of derived keys in front of those there are. */
  readonly rotateKeys: boolean
  readonly port: number
  readonly host: string
  /** 0 for a free one. */
  readonly smtpPort: number
}

const DEFAULT_PORT = 3000

/** What the command line or the environment asks for cannot be done. */
export class WrongOption extends Error {}

/**
 * Options of `npm start`: `--fresh`, `--data <folder>`, `--rotate-keys`; PORT, HOST, SMTP_PORT and VICHE_DATA from the environment.
 * @param root absolute path of the repository
 * @throws WrongOption that names the option or variable
 */
export function readOptions(args: readonly string[], variables: NodeJS.ProcessEnv, root: string): Options {
  const { data, fresh, rotateKeys } = flags(args)
  return {
    data: data ?? (variables.VICHE_DATA || join(root, '.viche')),
    fresh,
    rotateKeys,
    port: portOf('PORT', variables.PORT, DEFAULT_PORT),
    host: variables.HOST || '127.0.0.1',
    smtpPort: portOf('SMTP_PORT', variables.SMTP_PORT, 0),
  }
}

function flags(
  args: readonly string[],
): Pick<Options, 'fresh' | 'rotateKeys'> & { data: string | undefined } {
  try {
    const flag = { type: 'boolean', default: false } as const
    const options = { data: { type: 'string' }, fresh: flag, 'rotate-keys': flag } as const
    const { values } = parseArgs({ args: [...args], options })
    return { data: values.data, fresh: values.fresh, rotateKeys: values['rotate-keys'] }
  } catch (error) {
    throw new WrongOption((error as Error).message)
  }
}

function portOf(name: string, value: string | undefined, fallback: number): number {
  if (!value) return fallback
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new WrongOption(`${name} must be a port, 0–65535`)
}
