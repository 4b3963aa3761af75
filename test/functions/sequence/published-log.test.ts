import { createPublicKey, verify } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { growLog } from '../../../functions/actions/grow-log'
import { LogMismatch } from '../../../functions/actions/log-mismatch'
import { publishCheckpoint } from '../../../functions/actions/publish-checkpoint'
import { publishTiles } from '../../../functions/actions/publish-tiles'
import { sequenceSignatures } from '../../../functions/actions/sequence-signatures'
import { sha256 as nodeSha256 } from '../../../functions/adapters/sha256'
import { bundleKey, checkpointKey, tileKey } from '../../../shared/log/addresses'
import { nameCommitment, personCommitment, textHash } from '../../../shared/log/commitment'
import { parseEntry } from '../../../shared/log/entry'
import { EMPTY_LOG } from '../../../shared/log/state'
import { decodeBundle } from '../../../shared/tlog/bundle'
import { toBase64, utf8 } from '../../../shared/tlog/bytes'
import { parseCheckpoint } from '../../../shared/tlog/checkpoint'
import { leafHash } from '../../../shared/tlog/hash'
import { parseNote, type VerifyEd25519, verifierKey, verifyNote } from '../../../shared/tlog/note'
import { verifyConsistency, verifyInclusion } from '../../../shared/tlog/proof'
import { proveConsistency, proveInclusion } from '../../../shared/tlog/prove'
import { CompactRange } from '../../../shared/tlog/range'
import { bundleWidth, edgeTiles, type Tile } from '../../../shared/tlog/tile'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { Town } from './town'

/** Plain bytes, which compare as what they are. */
const sha256 = (data: Uint8Array) => new Uint8Array(nodeSha256(data))

let dynamo: Dynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const town = (id: string) => new Town({ db: dynamo.client, name: dynamo.tableName }, id)

describe('the published log', () => {
  test('is a tree that anybody can rebuild, and each checkpoint continues the one before', async () => {
    const place = town('tree')
    await place.publish(1000)
    const shown = []
    for (const people of [1, 4, 252, 3]) {
      await sequenceSignatures(place.deps, place.id, await place.sign(people))
      shown.push(parseCheckpoint(parseNote(place.checkpoint()).text))
    }
    expect(shown.map(({ size }) => size)).toEqual([1, 5, 257, 260])
    const last = shown.at(-1)!
    expect(toBase64(rootOfEntries(place, 260))).toBe(toBase64(last.root))
    expect((await place.state()).root).toBe(toBase64(last.root))
    const readTile = async (tile: Tile) => place.file(tileKey(place.id, tile))
    for (const { size, root } of shown) {
      const range = { from: size, to: 260 }
      const proof = await proveConsistency(sha256, range, readTile)
      expect(verifyConsistency(sha256, { ...range, fromRoot: root, toRoot: last.root, proof })).toBe(true)
    }
    for (const index of [0, 4, 255, 256, 259]) {
      const proof = await proveInclusion(sha256, { index, size: 260 }, readTile)
      const leaf = leafHash(sha256, entriesOf(place, 260)[index]!)
      expect(verifyInclusion(sha256, { index, size: 260, leafHash: leaf, proof, root: last.root })).toBe(true)
    }
  })

  test('says what was signed, when, and commits to whom', async () => {
    const place = town('entries')
    await place.publish(100)
    const [key] = await place.sign(1)
    await sequenceSignatures(place.deps, place.id, [key!])
    const salt = new Uint8Array(32)
    expect(parseEntry(entriesOf(place, 1)[0]!)).toEqual({
      kind: 'signature',
      time: '2026-03-03T00:00Z',
      text: textHash(sha256, (await place.petition()).text),
      name: nameCommitment(sha256, salt, 'Коваленко Ім’я-0 Іванівна', '2026-03-03'),
      person: personCommitment(sha256, salt, new Uint8Array(Buffer.from(key!, 'base64url'))),
    })
    const files = [...place.objects.objects].filter(([path]) => !path.includes('/names/'))
    for (const [path, { body }] of files) expect(Buffer.from(body).includes('Коваленко'), path).toBe(false)
  })

  test('is signed under its own name and under the site’s', async () => {
    const place = town('signed')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const publicKey = await place.deps.signer.publicKey()
    const names = ['example.org/log/signed', 'example.org/log']
    const note = parseNote(place.checkpoint())
    expect(note.signatures.map(({ name }) => name)).toEqual(names)
    for (const name of names) {
      const key = verifierKey(sha256, name, publicKey)
      expect(await verifyNote(note, [key], verifyEd25519)).toEqual([key])
    }
  })

  test('is kept for ever where it is full, and for a short while where it goes on', async () => {
    const place = town('cached')
    const entries = Array.from({ length: 257 }, (_, n) => utf8(`entry ${n}`))
    await publishTiles(place.deps, place.id, (await growLog(place.deps, place.id, EMPTY_LOG, entries)).files)
    const seconds = (key: string) => place.objects.objects.get(key)?.cacheSeconds
    expect(seconds(tileKey(place.id, { level: 0, index: 0, width: 256 }))).toBeGreaterThan(30_000_000)
    expect(seconds(bundleKey(place.id, 0, 256))).toBeGreaterThan(30_000_000)
    expect(seconds(bundleKey(place.id, 1, 1))).toBeLessThan(100_000)
  })
})

describe('a checkpoint', () => {
  const origin = 'example.org/log/forwards'

  test('never goes back, and never forks', async () => {
    const place = town('forwards')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const before = await place.state()
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const shown = place.checkpoint()
    await publishCheckpoint(place.deps, place.id, origin, before)
    expect(place.checkpoint()).toBe(shown)
    const fork = publishCheckpoint(place.deps, place.id, origin, { ...before, size: 4 })
    await expect(fork).rejects.toThrow(LogMismatch)
    expect(place.checkpoint()).toBe(shown)
    expect(place.metrics.counted.map(({ name }) => name)).toEqual(['LogMismatches'])
  })

  test('is written anew where it was damaged', async () => {
    const place = town('damaged-checkpoint')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    await place.objects.put(checkpointKey(place.id), 'nothing', { cacheSeconds: 0 })
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    expect(parseCheckpoint(parseNote(place.checkpoint()).text).size).toBe(2)
  })

  test('waits for the key, which holds up the petition and loses nothing', async () => {
    const place = town('keyless')
    await place.publish(100)
    const signers = await place.sign(3)
    const sign = async () => {
      throw new Error('the key is out of reach')
    }
    const keyless = { ...place.deps, signer: { ...place.deps.signer, sign } }
    await expect(sequenceSignatures(keyless, place.id, signers)).rejects.toThrow('out of reach')
    expect(await place.state()).toMatchObject({ size: 3, applied: 0, count: 0 })
    expect([place.checkpoint(), place.count()]).toEqual(['', null])
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    expect(await place.state()).toMatchObject({ size: 4, applied: 4, count: 4 })
    expect(parseCheckpoint(parseNote(place.checkpoint()).text).size).toBe(4)
  })
})

describe('a log whose files are not those of its state', () => {
  const [tile] = edgeTiles(5)
  const cases = [
    ['a tile is changed', tileKey('mismatch', tile!), (body: Uint8Array) => body.map((byte) => byte ^ 1)],
    ['a tile is cut off', tileKey('mismatch', tile!), (body: Uint8Array) => body.slice(1)],
    ['a tile is gone', tileKey('mismatch', tile!), () => undefined],
    [
      'an entry is changed',
      bundleKey('mismatch', 0, 5),
      (body: Uint8Array) => body.map((byte, n) => byte ^ +(n === 40)),
    ],
    ['the entries are cut off', bundleKey('mismatch', 0, 5), (body: Uint8Array) => body.slice(0, -3)],
    ['the entries are gone', bundleKey('mismatch', 0, 5), () => undefined],
  ] as const

  test.each(cases)('is left alone and rings the alarm: %s', async (what, key, harm) => {
    const place = town(`mismatch-${cases.findIndex(([name]) => name === what)}`)
    const own = key.replace('/mismatch/', `/${place.id}/`)
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(5))
    const [state, sound] = [await place.state(), place.objects.objects.get(own)!]
    const harmed = harm(sound.body)
    if (harmed) place.objects.objects.set(own, { ...sound, body: harmed })
    else place.objects.objects.delete(own)

    const before = [...place.objects.objects]
    const more = await place.sign(2)
    await expect(sequenceSignatures(place.deps, place.id, more)).rejects.toThrow(LogMismatch)
    expect([...place.objects.objects]).toEqual(before)
    expect(await place.state()).toEqual(state)
    expect(await place.indices(more)).toEqual([undefined, undefined])
    expect(place.metrics.counted.map(({ name }) => name)).toEqual(['LogMismatches'])

    place.objects.objects.set(own, sound)
    await sequenceSignatures(place.deps, place.id, more)
    expect(await place.indices(more)).toEqual([5, 6])
  })

  test('is left alone when the state was put back', async () => {
    const place = town('put-back')
    await place.publish(100)
    await sequenceSignatures(place.deps, place.id, await place.sign(2))
    const old = await place.state()
    await sequenceSignatures(place.deps, place.id, await place.sign(1))
    const shown = place.checkpoint()
    const lost = { ...place.deps.log, state: async () => old }
    const deps = { ...place.deps, log: { ...lost, commit: async () => true } }
    await expect(sequenceSignatures(deps, place.id, await place.sign(1))).rejects.toThrow(LogMismatch)
    expect(place.checkpoint()).toBe(shown)
  })
})

test('the same entries always grow the same files', async () => {
  const place = town('same')
  const entries = [utf8('one'), utf8('two')]
  const first = await growLog(place.deps, place.id, EMPTY_LOG, entries)
  expect(await growLog(place.deps, place.id, EMPTY_LOG, entries)).toEqual(first)
  expect(first.files.map(({ key }) => key)).toEqual([
    'log/same/tile/entries/000.p/2',
    'log/same/tile/0/000.p/2',
  ])
})

function entriesOf(place: Town, size: number): Uint8Array[] {
  const bundles = Array.from({ length: Math.ceil(size / 256) }, (_, index) =>
    decodeBundle(place.file(bundleKey(place.id, index, bundleWidth(size, index)))),
  )
  return bundles.flat()
}

function rootOfEntries(place: Town, size: number): Uint8Array {
  const tree = new CompactRange(sha256)
  for (const entry of entriesOf(place, size)) tree.appendEntry(entry)
  return tree.root()
}

const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, message, key, signature)
}
