import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { rowsOf } from '../crash/rows'
import type { Site } from '../replay/site'
import { type Figure, quantile, rounded } from './figures'
import { Growing, type Sizes } from './growing'
import type { Answered, Round } from './load'
import { LoadProcess } from './load-process'
import type { StackProcess } from './stack-process'

const ORDER = { requests: 25_000, concurrency: 32, seconds: 60 }
const DRAINED_WITHIN_MS = 120_000
/** Rate of the log against that of confirming. */
const KEEPS_UP = 0.9

/**
 * All the load of this machine on one petition: how long a signature waits after its answer until it has its place, and
 * until a signed checkpoint holds it, and whether the log grows as fast as people confirm.
 */
export async function measureHotPetition(
  stack: StackProcess,
  site: Site,
  petitionId: string,
  tell: (what: string) => void,
): Promise<Figure[]> {
  tell('hot petition')
  const db = new DynamoDBClient({
    endpoint: stack.databaseEndpoint,
    region: 'local',
    credentials: CREDENTIALS,
  })
  const load = new LoadProcess('http-load', [stack.url, stack.data, petitionId])
  const growing = new Growing(db, site, petitionId)
  try {
    const round = await load.round(ORDER)
    await drained(growing, round.answers.length)
    const indices = new Map((await rowsOf(db, petitionId)).map(({ key, index }) => [key, index]))
    const indexOf = ({ what }: Answered) => indices.get(parseSignatureId(what)?.personKey ?? '') ?? Number.NaN
    return figures(round, growing, indexOf)
  } finally {
    load.stop()
    await growing.stop()
    db.destroy()
  }
}

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

/** @throws Error when not all of them are in a checkpoint in time */
async function drained(growing: Growing, signatures: number): Promise<void> {
  const end = Date.now() + DRAINED_WITHIN_MS
  while (growing.published.size < signatures && Date.now() < end) await sleep(50)
  const { size } = growing.published
  if (size !== signatures) throw new Error(`${size} of ${signatures} signatures are in the log`)
}

function figures(round: Round, growing: Growing, indexOf: (answer: Answered) => number): Figure[] {
  const waits = (seen: Sizes) =>
    round.answers.map((answer) => (seen.whenCovers(indexOf(answer)) - answer.at) / 1000)
  const published = waits(growing.published)
  const seconds = (key: string, value: number): Figure => ({
    key: `hot.${key}`,
    value: rounded(Math.max(0, value), 2),
    unit: 's',
  })
  const lags = (name: string, values: readonly number[]) => [
    seconds(`${name}LagP50`, quantile(values, 0.5)),
    seconds(`${name}LagP99`, quantile(values, 0.99)),
    seconds(`${name}LagMax`, Math.max(...values)),
  ]
  const rate = round.answers.length / round.seconds
  return [
    { key: 'hot.perSecond', value: rounded(rate, 0), unit: '/s' },
    { key: 'hot.keepsUp', value: keepsUp(published, round.seconds), unit: '', limit: { atLeast: KEEPS_UP } },
    ...lags('placed', waits(growing.placed)),
    ...lags('published', published),
  ]
}

/**
 * The log's rate against that of confirming: 1 where signatures wait as long in the last third of the load as in
 * the middle one; where a wait grows by a tenth of the time that passes, the log takes nine in ten.
 * @param lags seconds, in the order of the answers
 */
function keepsUp(lags: readonly number[], seconds: number): number {
  const third = Math.floor(lags.length / 3)
  const growth = quantile(lags.slice(2 * third), 0.5) - quantile(lags.slice(third, 2 * third), 0.5)
  return rounded(1 - growth / (seconds / 3), 2)
}
