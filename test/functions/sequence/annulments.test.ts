import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { applyBatch, namesOf, type ReadyBatch } from '../../../functions/actions/apply-batch'
import { growLog } from '../../../functions/actions/grow-log'
import { reconcileSignatures } from '../../../functions/actions/reconcile-signatures'
import { sequenceSignatures } from '../../../functions/actions/sequence-signatures'
import { bundleKey } from '../../../shared/log/addresses'
import { examine } from '../../../shared/log/candidate'
import { leavesAfter } from '../../../shared/log/leaf'
import { parseStaged } from '../../../shared/log/staging'
import { decodeBundle } from '../../../shared/tlog/bundle'
import { textOf } from '../../../shared/tlog/bytes'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { confirmedAt, Town } from './town'

let dynamo: Dynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const town = (id: string) => new Town({ db: dynamo.client, name: dynamo.tableName }, id)

describe('an annulment', () => {
  test('takes its place in the log, lowers the count and marks the name', async () => {
    const place = town('annul')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(4))
    await sequenceSignatures(place.deps, place.id, await place.annul(1, 2))
    expect(await place.state()).toMatchObject({ size: 6, signatures: 4, annulments: 2, count: 2, applied: 6 })
    expect(place.count()).toMatchObject({ count: 2, size: 6 })
    expect(place.names(0).map((item) => 'annulled' in item)).toEqual([false, true, true, false])
    expect(entriesOf(place, 6)[4]).toBe(
      'viche/annulment/v1\ntime 2026-03-10T12:00Z\nindex 1\nground duplicate\n',
    )
    expect((await place.petition()).version).toBe(3)
  })

  test('is counted once, whatever comes again', async () => {
    const place = town('annul-again')
    await place.publish(100)
    const signers = await place.sign(3)
    await sequenceSignatures(place.deps, place.id, signers)
    const annulments = await place.annul(0)
    for (const keys of [annulments, annulments, [...signers, ...annulments]]) {
      await sequenceSignatures(place.deps, place.id, keys)
    }
    expect(await place.state()).toMatchObject({ size: 4, count: 2 })
  })

  test('of what is no signature of the log is set aside and holds up nobody', async () => {
    const place = town('annul-nothing')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    await sequenceSignatures(place.deps, place.id, await place.annul(1))
    // 2 is the annulment itself, 3 will be the signature of this batch, 4 and 900,000 nothing.
    const rows = await place.annul(2, 3, 4, 900_000)
    const signers = await place.sign(1)
    await sequenceSignatures(place.deps, place.id, [...rows, ...signers])
    expect(await place.indices([...rows, ...signers])).toEqual([...Array(4).fill(undefined), 3])
    const reasons = await Promise.all(rows.map(async (key) => (await place.signature(key)).quarantined))
    expect(reasons).toEqual(Array(4).fill('no-such-signature'))
    expect(await place.state()).toMatchObject({ size: 4, signatures: 3, annulments: 1, count: 2 })
    expect(await reconcileSignatures(place.deps, place.id)).toBe(0)
  })

  test('of a signature that is annulled already, its row lost, is set aside', async () => {
    const place = town('annul-twice')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const [row] = await place.annul(1)
    await sequenceSignatures(place.deps, place.id, [row!])
    await place.erase(row!)
    await sequenceSignatures(place.deps, place.id, await place.annul(1))
    expect((await place.signature(row!)).quarantined).toBe('annulled-before')
    expect(place.count()).toMatchObject({ count: 1, size: 3 })
  })

  test('that crosses the threshold’s signature: N is made by who stands', async () => {
    const place = town('annul-threshold')
    await place.publish(3)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    await sequenceSignatures(place.deps, place.id, await place.annul(0))
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    expect(await place.petition()).toMatchObject({ status: 'collecting' })
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    expect(await place.petition()).toMatchObject({
      status: 'threshold-reached',
      thresholdReachedAt: confirmedAt(3),
    })
  })

  test('is told to the petition before anything later, even if the worker that took it died', async () => {
    const place = town('annul-died')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const dead = {
      ...place.deps,
      recordAnnulments: async () => {
        throw new Error('killed')
      },
    }
    await expect(sequenceSignatures(dead, place.id, await place.annul(0))).rejects.toThrow('killed')
    expect(await place.state()).toMatchObject({ size: 3, applied: 2, count: 2 })
    const told: unknown[] = []
    const watched = {
      ...place.deps,
      recordAnnulments: async (_: string, batch: unknown) => void told.push(batch),
    }
    await sequenceSignatures(watched, place.id, await place.sign(1))
    const annulled = [{ index: 2, target: 0, ground: 'duplicate' }]
    expect(told).toMatchObject([{ size: 3, count: 1, annulled }])
    expect(await place.state()).toMatchObject({ size: 4, applied: 4, count: 2 })
  })
})

describe('an erasure', () => {
  test('leaves the entry and its place, and no name', async () => {
    const place = town('erase')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(3))
    const entries = entriesOf(place, 3)
    await sequenceSignatures(place.deps, place.id, await place.askToErase(1))
    expect(place.names(0)).toMatchObject([{ index: 0 }, { index: 1, erased: true }, { index: 2 }])
    expect(place.names(0)[1]).toEqual({ index: 1, erased: true })
    expect(entriesOf(place, 4)).toEqual([...entries, 'viche/erasure/v1\ntime 2026-03-10T12:00Z\nindex 1\n'])
    expect(place.count()).toMatchObject({ count: 3, size: 4 })
  })

  test('is not undone by a worker that repeats the batch of the signature long after', async () => {
    const place = town('late')
    await place.publish(100)
    const signers = await place.sign(2)
    const { batch, state } = await committed(place, signers)
    await sequenceSignatures(place.deps, place.id, signers)
    await sequenceSignatures(place.deps, place.id, await place.annul(1))
    await sequenceSignatures(place.deps, place.id, await place.askToErase(0))
    const [names, checkpoint, count] = [place.names(0), place.checkpoint(), place.count()]
    await applyBatch(place.deps, await place.petition(), state, batch)
    expect(place.names(0)).toEqual(names)
    expect(names).toMatchObject([
      { index: 0, erased: true },
      { index: 1, annulled: true },
    ])
    expect([place.checkpoint(), place.count()]).toEqual([checkpoint, count])
    expect(await place.state()).toMatchObject({ size: 4, applied: 4 })
  })
})

function entriesOf(place: Town, size: number): string[] {
  return decodeBundle(place.file(bundleKey(place.id, 0, size))).map(textOf)
}

/** What a worker holds that committed the batch of these signatures and then fell asleep. */
async function committed(place: Town, signers: readonly string[]) {
  place.objects.faults = (operation) => (operation === 'replace' ? 'lost' : 'none')
  await expect(sequenceSignatures(place.deps, place.id, signers)).rejects.toThrow()
  place.objects.faults = () => 'none'
  const state = await place.state()
  const batch = parseStaged(place.objects.text(state.staging!)!)
  const petition = await place.petition()
  const rows = await place.deps.log.rows(place.id, signers)
  const leaves = leavesAfter(
    0,
    rows.map((row) => examine(row, petition)).filter((found) => typeof found !== 'string'),
  )
  const { files } = await growLog(
    place.deps,
    place.id,
    batch.before,
    batch.leaves.map(({ bytes }) => bytes),
  )
  const ready: ReadyBatch = { batch, files, names: namesOf(leaves) }
  return { batch: ready, state }
}
