import { randomBytes } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { keys, toItem } from '../../functions/adapters/dynamodb/table'
import { systemRandom } from '../../functions/adapters/system'
import { composeApi } from '../../functions/composition/api'
import { composeSequence } from '../../functions/composition/sequence'
import { chunksOf, inParallel } from '../../functions/in-parallel'
import { linkTokens } from '../../functions/signing/link-token'
import { petitionKeySeal } from '../../functions/signing/petition-key'
import { packageFiles } from '../../infra/local/package-files'
import { localEnvironments } from '../../infra/local/settings'
import { type Trigger, topology } from '../../infra/topology'
import { countKey } from '../../shared/log/addresses'
import { countView } from '../../shared/petition/view'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { resident } from '../replay/crowd'
import { type Dynamo, startDynamo } from '../support/dynamodb'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../support/platform'
import { publishedPetition } from '../support/published-petition'
import { countWriteUnits } from './consumed'
import { CountedObjects } from './counted-objects'
import { type Figure, rounded } from './figures'

/** The most signatures a second that a petition has been known to get: what a stream batch then brings. */
const RECORD_ARRIVAL = 33
const SECONDS = 12
const NOW = '2026-03-10T12:00:00.000Z'
const CONFIRMING_AT_ONCE = 16

/**
 * Write units of a confirmed signature, its counting included: the row, its index, and its share of the batch.
 * @param arrival signatures a second under this machine's own load
 */
export async function measureWriteUnits(arrival: number): Promise<Figure[]> {
  const dynamo = await startDynamo()
  try {
    const units = async (key: string, perSecond: number): Promise<Figure> => ({
      key,
      value: rounded((await costAt(dynamo, perSecond, SECONDS)).writeUnits, 2),
      unit: `units at ${perSecond}/s`,
      limit: { atMost: 2.3 },
    })
    return [
      await units('confirm.writeUnits', Math.round(arrival)),
      await units('confirm.writeUnitsAtRecord', RECORD_ARRIVAL),
    ]
  } finally {
    await dynamo.stop()
  }
}

/** What one signature takes of table and object store until it is counted and in the published log. */
export interface Cost {
  readonly writeUnits: number
  readonly puts: number
  readonly gets: number
  readonly bytesPut: number
}

/**
 * The share of one signature in what confirming and sequencing take, while as many arrive each second of a simulated
 * clock and the stream brings them as the topology's window and batch size let it.
 */
export async function costAt(dynamo: Dynamo, perSecond: number, seconds: number): Promise<Cost> {
  const { batchSize, windowSeconds } = topology.functions.sequence.trigger as StreamTrigger
  const id = randomBytes(5).toString('hex')
  const total = perSecond * seconds
  const town = await found(dynamo, id, total)
  const consumed = countWriteUnits(dynamo.client)
  const window = perSecond * windowSeconds
  for (let from = 0; from < total; from += window) {
    const people = Array.from({ length: Math.min(window, total - from) }, (_, n) => from + n)
    const rows: string[] = []
    await inParallel(people, CONFIRMING_AT_ONCE, async (person) => void rows.push(await town.confirm(person)))
    town.clock.forward(windowSeconds)
    for (const batch of chunksOf(rows, batchSize)) {
      const { batchItemFailures } = await town.sequence(arrivalOf(id, batch))
      if (batchItemFailures.length > 0) throw new Error('sequencing failed')
    }
  }
  dynamo.client.middlewareStack.remove('countWriteUnits')
  const { count } = countView.parse(JSON.parse(town.objects.text(countKey(id)) ?? 'null'))
  if (count !== total) throw new Error(`${count} signatures are counted`)
  const { puts, gets, bytesPut } = town.objects
  const share = (whole: number) => whole / total
  return {
    writeUnits: share(consumed.writeUnits),
    puts: share(puts),
    gets: share(gets),
    bytesPut: share(bytesPut),
  }
}

type StreamTrigger = Extract<Trigger, { kind: 'stream' }>

/** A published petition whose threshold the last signature makes, and the functions that count it. */
async function found(dynamo: Dynamo, id: string, threshold: number) {
  const { client: db, tableName: TableName } = dynamo
  const put = (item: object) => db.send(new PutItemCommand({ TableName, Item: toItem(item) }))
  await put({ ...keys.petition(id), ...publishedPetition(id, threshold) })
  const objects = new CountedObjects()
  const clock = new HandClock(NOW)
  const keyRing = memoryKeyRing()
  const sealed = await petitionKeySeal(keyRing).seal(id, randomBytes(32))
  await put({ ...keys.petitionKey(id), sealed })
  const logSigner = memoryLogSigner()
  const platform = { clock, random: systemRandom, db, objects, keys: keyRing, logSigner }
  const { api, sequence } = localEnvironments('https://petitions.example', {})
  const files = packageFiles(topology.functions.api.files ?? {})
  const app = composeApi(
    { ...platform, files, mailQueue: new MemoryQueue() },
    { ...api, TABLE_NAME: TableName },
  )
  const tokens = linkTokens(keyRing)
  return {
    clock,
    objects,
    sequence: composeSequence(platform, { ...sequence, TABLE_NAME: TableName }),

    /** @returns the key of the row that was written */
    async confirm(number: number): Promise<string> {
      const { name: person, email } = resident(number, 'units')
      const link = { purpose: 'sign', petitionId: id, person, email, locale: 'uk' } as const
      const token = await tokens.seal(link, NOW, '2026-03-11T12:00:00.000Z')
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ token })
      const answer = await app.request('/api/v1/signatures/confirm', { method: 'POST', headers, body })
      if (answer.status !== 201) throw new Error(`answered ${answer.status}`)
      return parseSignatureId(((await answer.json()) as { id: string }).id)!.personKey
    },
  }
}

/** What the stream brings of rows that were written. */
function arrivalOf(petitionId: string, rows: readonly string[]): DynamoDBStreamEvent {
  return {
    Records: rows.map((personKey, n) => {
      const { pk, sk } = keys.signature(petitionId, personKey)
      const dynamodb = { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: String(n + 1) }
      return { eventName: 'INSERT' as const, dynamodb }
    }),
  }
}
