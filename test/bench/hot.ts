import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { rowsOf } from '../crash/rows'
import type { Site } from '../replay/site'
import { type Figure, quantile, rounded } from './figures'
import { Growing } from './growing'
import type { Answered, Round } from './load'
import { LoadProcess } from './load-process'
import type { StackProcess } from './stack-process'

const ORDER = { requests: 20_000, concurrency: 32, seconds: 30 }
const DRAINED_WITHIN_MS = 120_000
/** Rate at which the log takes all of them, to its end, against that of confirming. */
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
    const began = Date.now() - round.seconds * 1000
    await drained(growing, round.answers.length)
    const indices = new Map((await rowsOf(db, petitionId)).map(({ key, index }) => [key, index]))
    const indexOf = ({ what }: Answered) => indices.get(parseSignatureId(what)?.personKey ?? '') ?? Number.NaN
    return figures(round, growing, indexOf, began)
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

function figures(
  round: Round,
  growing: Growing,
  indexOf: (answer: Answered) => number,
  began: number,
): Figure[] {
  const signatures = round.answers.length
  const confirming = signatures / round.seconds
  const last = growing.published.whenCovers(signatures - 1)
  const logged = signatures / ((last - began) / 1000)
  const waits = (seen: Growing['published']) =>
    round.answers.map((answer) => (seen.whenCovers(indexOf(answer)) - answer.at) / 1000)
  const seconds = (key: string, value: number): Figure => ({
    key: `hot.${key}`,
    value: rounded(Math.max(0, value), 2),
    unit: 's',
  })
  return [
    { key: 'hot.perSecond', value: rounded(confirming, 0), unit: '/s' },
    { key: 'hot.logPerSecond', value: rounded(logged, 0), unit: '/s' },
    { key: 'hot.keepsUp', value: rounded(logged / confirming, 2), unit: '', limit: { atLeast: KEEPS_UP } },
    ...(['placed', 'published'] as const).flatMap((what) => {
      const lags = waits(growing[what])
      return [
        seconds(`${what}LagP50`, quantile(lags, 0.5)),
        seconds(`${what}LagP99`, quantile(lags, 0.99)),
        seconds(`${what}LagMax`, Math.max(...lags)),
      ]
    }),
  ]
}
