import { environments, type FunctionName, readEnvironment } from '../../functions/environment'
import { topology } from '../topology'
import type { Environments } from './handlers'

export const TABLE = 'viche'

/** What differs on one machine: quick proofs of work, no waiting, a whole load test from one address. */
const LOCAL: Readonly<Record<string, string>> = {
  POW_COST: '100',
  POW_COUNTER: '200',
  POW_HARDEST: '1',
  MINIMUM_SECONDS: '0',
  LIMIT_IP_PER_HOUR: '1000000',
  LIMIT_NETWORK_PER_TEN_MINUTES: '1000000',
  LIMIT_DOMAIN_PER_HOUR: '1000000',
  LOCAL_RECEIVERS: 'yes',
  CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
}

/** What the stack itself lends; not a setting. */
const LENT: Readonly<Record<string, string>> = {
  TABLE_NAME: TABLE,
  BUCKET_NAME: 'viche-local',
  MAIL_QUEUE_URL: 'http://localhost/queue/mail',
  ROOT_KEY_ID: 'local',
  LOG_KEY_ID: 'local',
  MAIL_FROM: 'petitions@viche.example',
}

export type Variables = Readonly<Record<string, string | undefined>>

/**
 * The environment of every function: the topology's settings, the local ones over them, `variables` over both.
 * @param own addresses of what the stack itself plays, such as `TSA_URL`
 * @throws Error that names each variable that is missing or wrong
 */
export function localEnvironments(
  publicUrl: string,
  variables: Variables,
  own: Readonly<Record<string, string>> = {},
): Environments {
  const values = { ...localSettings(variables), TSA_URL: '', ...own, ...chosen(variables, Object.keys(own)) }
  const lent = { ...LENT, PUBLIC_URL: variables.PUBLIC_URL || publicUrl }
  const names = Object.keys(environments) as FunctionName[]
  return Object.fromEntries(
    names.map((name) => [name, readEnvironment(name, { ...values, ...lent })]),
  ) as Environments
}

/** Settings in force; an empty variable counts as none. */
export function localSettings(variables: Variables): Record<string, string> {
  const values = { ...topology.settings, ...LOCAL }
  return { ...values, ...chosen(variables, Object.keys(values)) }
}

function chosen(variables: Variables, names: readonly string[]): Record<string, string> {
  const set = names.map((name) => [name, variables[name]] as const)
  return Object.fromEntries(set.filter((one): one is [string, string] => Boolean(one[1])))
}
