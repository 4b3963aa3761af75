import { randomBytes } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBStreamEvent } from 'aws-lambda'
import { keys, toItem } from '../../functions/adapters/dynamodb/table'
import { systemRandom } from '../../functions/adapters/system'
import { composeApi } from '../../functions/composition/api'
import { composeSequence } from '../../functions/composition/sequence'
import { linkTokens } from '../../functions/signing/link-token'
import { localEnvironments } from '../../infra/local/settings'
import { countKey } from '../../shared/log/addresses'
import { countView } from '../../shared/petition/view'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { resident } from '../replay/crowd'
import { type Dynamo, startDynamo } from '../support/dynamodb'
import { MemoryObjects } from '../support/memory-objects'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../support/platform'
import { publishedPetition } from '../support/published-petition'
import { countWriteUnits } from './consumed'
import { type Figure, rounded } from './figures'

/** The most signatures a second that a petition has been known to get: what a stream batch then brings. */
const RECORD_ARRIVAL = 33
const SECONDS = 12
const NOW = '2026-03-10T12:00:00.000Z'

/**
 * Write units of a confirmed signature, its counting included: the row, its index, and its share of the batch.
 * @param arrival signatures a second under this machine's own load
 */
export async function measureWriteUnits(arrival: number): Promise<Figure[]> {
  const dynamo = await startDynamo()
  try {
    const units = async (key: string, perSecond: number): Promise<Figure> => ({
      key,
      value: rounded(await unitsAt(dynamo, perSecond), 2),
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

async function unitsAt(dynamo: Dynamo, perSecond: number): Promise<number> {
  const id = randomBytes(5).toString('hex')
  const town = await found(dynamo, id, perSecond * SECONDS)
  const consumed = countWriteUnits(dynamo.client)
  for (let second = 0; second < SECONDS; second++) {
    const rows = []
    for (let n = 0; n < perSecond; n++) rows.push(await town.confirm(second * perSecond + n))
    const { batchItemFailures } = await town.sequence(arrivalOf(id, rows))
    if (batchItemFailures.length > 0) throw new Error('sequencing failed')
  }
  dynamo.client.middlewareStack.remove('countWriteUnits')
  const { count } = countView.parse(JSON.parse(town.objects.text(countKey(id)) ?? 'null'))
  if (count !== perSecond * SECONDS) throw new Error(`${count} signatures are counted`)
  return consumed.writeUnits / count
}

/** A published petition whose threshold the last signature makes, and the functions that count it. */
async function found(dynamo: Dynamo, id: string, threshold: number) {
  const { client: db, tableName: TableName } = dynamo
  const put = (item: object) => db.send(new PutItemCommand({ TableName, Item: toItem(item) }))
  await put({ ...keys.petition(id), ...publishedPetition(id, threshold) })
  await put({ ...keys.petitionKey(id), key: randomBytes(32) })
  const objects = new MemoryObjects()
  const keyRing = memoryKeyRing()
  const logSigner = memoryLogSigner()
  const platform = { clock: new HandClock(NOW), random: systemRandom, db, objects, keys: keyRing, logSigner }
  const { api, sequence } = localEnvironments('https://petitions.example', {})
  const app = composeApi({ ...platform, mailQueue: new MemoryQueue() }, { ...api, TABLE_NAME: TableName })
  const tokens = linkTokens(keyRing)
  return {
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
