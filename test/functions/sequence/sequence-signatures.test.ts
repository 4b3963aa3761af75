import type { UpdateItemCommandOutput } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reconcileSignatures } from '../../../functions/actions/reconcile-signatures'
import { sequenceSignatures } from '../../../functions/actions/sequence-signatures'
import { sequenceChanges } from '../../../functions/streams/sequence'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { confirmedAt, rings, Town } from './town'

let dynamo: Dynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const town = (id: string) => new Town({ db: dynamo.client, name: dynamo.tableName }, id)

describe('signatures in the real table', () => {
  test('get their places in the order of confirmation, whatever order their records come in', async () => {
    const place = town('order')
    await place.publish(100)
    const signers = await place.sign(5)
    await sequenceSignatures(place.deps, place.id, signers.toReversed())
    expect(await place.indices(signers)).toEqual([0, 1, 2, 3, 4])
    expect(await place.state()).toMatchObject({ size: 5, applied: 5, version: 2 })
    expect(place.count()).toMatchObject({ count: 5, size: 5, threshold: 100 })
    expect(place.names(0)[4]).toEqual({
      index: 4,
      name: 'Коваленко Ім’я-4 Іванівна',
      date: '2026-03-03',
      salt: Buffer.alloc(32, 4).toString('base64'),
    })
    expect(place.staged()).toEqual([])
  })

  test('keep their places when their records come again', async () => {
    const place = town('again')
    await place.publish(100)
    const signers = await place.sign(3)
    await sequenceSignatures(place.deps, place.id, signers)
    const more = await place.sign(2)
    await sequenceSignatures(place.deps, place.id, [...more, ...signers])
    await sequenceSignatures(place.deps, place.id, [...signers, ...more])
    expect(await place.indices([...signers, ...more])).toEqual([0, 1, 2, 3, 4])
    expect((await place.state()).version).toBe(4)
  })

  test('are sequenced once by workers that race for them', async () => {
    const place = town('race')
    await place.publish(20)
    const signers = await place.sign(40)
    const halves = [signers, signers.slice(20), signers.slice(0, 25), signers.toReversed()]
    await Promise.all(halves.map((keys) => sequenceSignatures(place.deps, place.id, keys)))
    const places = await place.indices(signers)
    expect(places.toSorted((a, b) => a! - b!)).toEqual([...signers.keys()])
    expect(place.count().size).toBe(40)
    const decisive = places.indexOf(19)
    expect((await place.petition()).thresholdReachedAt).toBe(confirmedAt(decisive))
    expect(place.staged()).toEqual([])
  })

  test('fill one file of names after another', async () => {
    const place = town('files')
    await place.publish(10_000)
    await sequenceSignatures(place.deps, place.id, await place.sign(200))
    await sequenceSignatures(place.deps, place.id, await place.sign(120))
    expect(place.names(0).map((entry) => entry.index)).toEqual([...Array(256).keys()])
    expect(place.names(1).map((entry) => entry.index)).toEqual(Array.from({ length: 64 }, (_, i) => 256 + i))
  })

  test('are committed in batches of a thousand', async () => {
    const place = town('batches')
    await place.publish(1_500)
    const signers = await place.sign(1_700)
    await sequenceSignatures(place.deps, place.id, signers)
    expect(await place.indices(signers)).toEqual([...signers.keys()])
    expect((await place.state()).version).toBe(4)
    expect(await place.petition()).toMatchObject({
      status: 'threshold-reached',
      thresholdReachedAt: confirmedAt(1_499),
    })
  })
})

test('sequencing costs one write unit a signature and two a batch', async () => {
  const place = town('cost')
  await place.publish(1000)
  const signers = await place.sign(50)
  const units = await writeUnits(() => sequenceSignatures(place.deps, place.id, signers))
  expect(units).toBe(50 + 2)
})

/** Write units that the table reports for the updates within `work`. */
async function writeUnits(work: () => Promise<void>): Promise<number> {
  let units = 0
  dynamo.client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (commandName !== 'UpdateItemCommand') return next(args)
        const answer = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as never,
        })
        units += (answer.output as UpdateItemCommandOutput).ConsumedCapacity?.CapacityUnits ?? 0
        return answer
      },
    { step: 'initialize', name: 'countUnits' },
  )
  await work()
  dynamo.client.middlewareStack.remove('countUnits')
  return units
}

describe('the threshold (R7)', () => {
  test('is met by the N-th signature, once, with its moment', async () => {
    const place = town('threshold')
    await place.publish(3)
    const signers = await place.sign(5)
    await sequenceSignatures(place.deps, place.id, signers)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const petition = await place.petition()
    expect(petition).toMatchObject({ status: 'threshold-reached', thresholdReachedAt: confirmedAt(2) })
    expect(petition.version).toBe(3)
  })

  test('is recorded before the next batch, even if the worker that met it died', async () => {
    const place = town('died')
    await place.publish(2)
    const dead = {
      ...place.deps,
      reachThreshold: async () => {
        throw new Error('killed')
      },
    }
    const signers = await place.sign(2)
    await expect(sequenceSignatures(dead, place.id, signers)).rejects.toThrow('killed')
    expect(await place.state()).toMatchObject({ size: 2, applied: 0 })
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    expect((await place.petition()).thresholdReachedAt).toBe(confirmedAt(1))
    expect(await place.state()).toMatchObject({ size: 3, applied: 3 })
    expect(place.names(0)).toHaveLength(3)
  })
})

describe('what goes wrong', () => {
  test('a damaged row is set aside with its reason and holds up nobody', async () => {
    const place = town('damaged')
    await place.publish(100)
    const [nameless, timeless, late, saltless, odd, sound] = await place.sign(6)
    await place.damage(nameless!, 'surname')
    await place.damage(timeless!, 'confirmedAt', 'yesterday')
    await place.damage(late!, 'confirmedAt', '2026-05-01T21:00:00.000Z')
    await place.damage(saltless!, 'nameSalt', new Uint8Array(3))
    await place.damage(odd!, 'confirmedAt', 17)
    const all = [nameless!, timeless!, late!, saltless!, odd!, sound!]
    await sequenceSignatures(place.deps, place.id, all)
    await sequenceSignatures(place.deps, place.id, all)
    expect(await place.indices(all)).toEqual([undefined, undefined, undefined, undefined, undefined, 0])
    const reasons = await Promise.all(all.map(async (key) => (await place.signature(key)).quarantined))
    expect(reasons).toEqual(['no-name', 'no-time', 'after-close', 'no-salt', 'no-time', undefined])
    expect(place.metrics.counted).toHaveLength(5)
    expect(JSON.stringify(place.metrics.counted)).not.toMatch(/Коваленко|Ім’я|[A-Za-z0-9_-]{30,}/)
    expect(await reconcileSignatures(place.deps, place.id)).toBe(0)
  })

  test('a signature confirmed in the last millisecond counts', async () => {
    const place = town('last')
    await place.publish(100)
    const [last] = await place.sign(1)
    await place.damage(last!, 'confirmedAt', '2026-05-01T20:59:59.999Z')
    await sequenceSignatures(place.deps, place.id, [last!])
    expect(await place.indices([last!])).toEqual([0])
  })

  test('a row erased between commit and application leaves its place, and no ghost', async () => {
    const place = town('erased')
    await place.publish(100)
    const signers = await place.sign(2)
    place.objects.faults = (operation) => (operation === 'replace' ? 'lost' : 'none')
    await expect(sequenceSignatures(place.deps, place.id, signers)).rejects.toThrow()
    place.objects.faults = () => 'none'
    await place.erase(signers[0]!)
    await reconcileSignatures(place.deps, place.id)
    expect(await place.indices(signers)).toEqual([undefined, 1])
    expect(await place.signature(signers[0]!)).toBeUndefined()
    expect(place.names(0)).toMatchObject([
      { index: 0, erased: true },
      { index: 1, name: 'Коваленко Ім’я-1 Іванівна' },
    ])
  })

  test('a lost doorbell is found by the reconciler', async () => {
    const place = town('lost')
    await place.publish(100)
    const signers = await place.sign(4)
    await sequenceSignatures(place.deps, place.id, [signers[2]!])
    expect(await reconcileSignatures(place.deps, place.id)).toBe(3)
    expect(await place.indices(signers)).toEqual([1, 2, 0, 3])
  })

  test.each([
    'lost',
    'persisted',
  ] as const)('a store that fails (%s) at any write loses nothing', async (fault) => {
    const place = town(`store-${fault}`)
    await place.publish(2)
    const signers = await place.sign(3)
    for (let failing = 0; failing < 4; failing++) {
      let writes = 0
      place.objects.faults = () => (writes++ === failing ? fault : 'none')
      await sequenceSignatures(place.deps, place.id, signers).catch(() => {})
      await sequenceSignatures(place.deps, place.id, await place.sign(1)).catch(() => {})
    }
    place.objects.faults = () => 'none'
    await reconcileSignatures(place.deps, place.id)
    expect(await place.state()).toMatchObject({ size: 7, applied: 7 })
    expect(place.names(0).map((entry) => entry.index)).toEqual([0, 1, 2, 3, 4, 5, 6])
    expect(place.count().count).toBe(7)
  })
})

describe('a stream batch', () => {
  test('reports the first record of each petition that failed, and counts the others', async () => {
    const [good, bad] = [town('good'), town('bad')]
    await Promise.all([good.publish(10), bad.publish(10)])
    const [theirs, ours] = await Promise.all([bad.sign(2), good.sign(2)])
    const records = [
      { petitionId: 'good', key: ours[0]! },
      { petitionId: 'bad', key: theirs[0]! },
      { petitionId: 'good', key: ours[1]! },
      { petitionId: 'bad', key: theirs[1]! },
    ]
    good.objects.faults = (_operation, key) => (key.includes('/bad/') ? 'lost' : 'none')
    const answer = await sequenceChanges(good.deps, rings(records))
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: '1001' }] })
    expect(await good.indices(ours)).toEqual([0, 1])
    expect(good.metrics.counted).toMatchObject([{ name: 'SequencingFailures' }])
    good.objects.faults = () => 'none'
    expect(await sequenceChanges(good.deps, rings(records))).toEqual({ batchItemFailures: [] })
    expect(await bad.indices(theirs)).toEqual([0, 1])
    expect(await good.indices(ours)).toEqual([0, 1])
  })

  test('passes over a record that cannot be read', async () => {
    const place = town('record')
    await place.publish(10)
    const [key] = await place.sign(1)
    const event = rings([{ petitionId: 'record', key: key! }])
    event.Records.unshift({ dynamodb: { SequenceNumber: '1' } }, {})
    expect(await sequenceChanges(place.deps, event)).toEqual({ batchItemFailures: [] })
    expect(await place.indices([key!])).toEqual([0])
    expect(place.metrics.counted).toEqual([{ name: 'UnreadableRecords', value: 2, properties: {} }])
  })
})
