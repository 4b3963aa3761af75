import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ErasureRefused } from '../../../functions/actions/erase-names'
import { runCommand } from '../../../functions/actions/run-command'
import { verifyEd25519 } from '../../../functions/adapters/ed25519'
import { sha256 } from '../../../functions/adapters/sha256'
import { checkpointKey, countKey, tileKey } from '../../../shared/log/addresses'
import { parseEntry } from '../../../shared/log/entry'
import { erasureKey } from '../../../shared/log/row-key'
import { isPending } from '../../../shared/log/state'
import { type Checkpoint, parseCheckpoint } from '../../../shared/tlog/checkpoint'
import { leafHash } from '../../../shared/tlog/hash'
import { parseNote, parseVerifierKey, verifyNote } from '../../../shared/tlog/note'
import { verifyConsistency, verifyInclusion } from '../../../shared/tlog/proof'
import { proveConsistency, proveInclusion, type ReadTile } from '../../../shared/tlog/prove'
import { parseTlogProof } from '../../../shared/tlog/tlog-proof'
import { objectKey, paths } from '../../../web/addresses'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { Dice } from '../sequence/model/dice'
import { PetitionOfYears } from './petition-of-years'

let dynamo: Dynamo
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())

const TERM_ENDED = '2026-05-02T09:00:00.000Z'
const ARCHIVED = '2029-03-03T09:00:00.000Z'
const NAMES_END = '2031-03-02T21:59:59.999Z'

const treeOf = (checkpoint: string): Checkpoint => parseCheckpoint(parseNote(checkpoint).text)

describe('names whose term is over', () => {
  const SIGNED = 300
  let petition: PetitionOfYears
  let receipts: string[]
  let kept: string
  let published: ReturnType<PetitionOfYears['found']> extends Promise<infer Found> ? Found : never
  const checkpoint = () => petition.objects.text(checkpointKey(petition.id))!
  const readTile: ReadTile = async (tile) => (await petition.objects.get(tileKey(petition.id, tile)))!

  beforeAll(async () => {
    petition = new PetitionOfYears(dynamo, 'erasure')
    await petition.publish(5)
    for (const people of [120, 7, 165]) await petition.sign(people)
    for (const target of [3, 250]) await petition.annul(target)
    for (const index of [0, 3, 291]) await petition.keepContact(index)
    await petition.signFlawed()
    await petition.sign(8, { doorbell: false })
    petition.clock.set(TERM_ENDED)
    await petition.sweep()
    receipts = []
    for (let number = 0; number < petition.signers.length; number++)
      if (number !== petition.flawed) receipts.push(await petition.receipt(number))
    kept = checkpoint()
    petition.clock.set(ARCHIVED)
    await petition.sweep()
    published = await petition.found()
  }, 120_000)

  test('are all there until then, in the archive, too', async () => {
    expect(await petition.petition()).toMatchObject({ status: 'archived' })
    expect((await petition.petition())?.namesErasedAt).toBeUndefined()
    expect(receipts).toHaveLength(SIGNED)
    const onlyKept = published.inTable.filter((secret) => !secret.startsWith('signer-'))
    expect(onlyKept).toEqual(petition.secrets.filter((secret) => !secret.startsWith('signer-')))
    expect(published.inFiles.filter((secret) => secret.startsWith('Підписантенко'))).toHaveLength(SIGNED)
    const { verdict, tally } = await petition.verified(kept)
    expect({ verdict, ...tally }).toMatchObject({
      ...{ verdict: 'holds', size: SIGNED + 2, signatures: SIGNED, annulments: 2, erasures: 0 },
      count: SIGNED - 2,
    })
  })

  test('are not erased a moment too early', async () => {
    petition.clock.set(NAMES_END.replace('59.999', '59.998'))
    await petition.sweep()
    expect(await petition.found()).toEqual(published)
    expect(await petition.state()).toMatchObject({ size: SIGNED + 2 })
  })

  test('are erased by runs side by side that fail, whether or not what they wrote was written', async () => {
    petition.clock.set(NAMES_END)
    const dice = new Dice(20)
    petition.fault = () => (dice.chance(0.01) ? dice.pick(['lost', 'persisted']) : 'none')
    let runs = 0
    while (!(await petition.petition())?.namesErasedAt && runs < 500) {
      petition.clock.forward(60)
      await Promise.all([petition.eraseSome(40), petition.eraseSome(40)])
      runs++
    }
    petition.fault = () => 'none'
    expect(petition.failures.length).toBeGreaterThan(10)
    expect(runs).toBeLessThan(500)
    await petition.publishPages()
  }, 120_000)

  test('are nowhere any more: no name, salt, person key, address or key, in no row and no file', async () => {
    expect(await petition.found()).toEqual({ inTable: [], inFiles: [] })
    expect(await petition.rowsOfSigners()).toEqual(['ANNULMENT#000000003', 'ANNULMENT#000000250'])
  })

  test('leave a log that says so once for each, and counts as before', async () => {
    const state = await petition.state()
    expect(isPending(state)).toBe(false)
    expect(state).toMatchObject({ size: 2 * SIGNED + 2, signatures: SIGNED, count: SIGNED - 2 })
    expect(JSON.parse(petition.objects.text(countKey(petition.id))!)).toMatchObject({ count: SIGNED - 2 })
    const { verdict, tally, findings } = await petition.verified(kept)
    expect({ verdict, ...tally }).toMatchObject({
      ...{ verdict: 'holds', signatures: SIGNED, annulments: 2, erasures: SIGNED, count: SIGNED - 2 },
    })
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'names-agree', facts: { names: 0, erased: SIGNED } }),
    )
  })

  test('leave every receipt as good as it was, in the old tree and in the new one', async () => {
    const now = treeOf(checkpoint())
    const key = parseVerifierKey(sha256, petition.objects.text('log/verifier-key')!.trim())
    const proofs = new Map<number, Promise<Uint8Array[]>>()
    for (const receipt of receipts) {
      const { index, extra, proof, checkpoint: text } = parseTlogProof(receipt)
      const then = treeOf(text)
      const hash = leafHash(sha256, extra!)
      expect(await verifyNote(parseNote(text), [key], verifyEd25519)).toHaveLength(1)
      expect(verifyInclusion(sha256, { ...then, index, leafHash: hash, proof })).toBe(true)
      const inNew = await proveInclusion(sha256, { index, size: now.size }, readTile)
      expect(verifyInclusion(sha256, { ...now, index, leafHash: hash, proof: inNew })).toBe(true)
      const range = { from: then.size, to: now.size }
      if (!proofs.has(then.size)) proofs.set(then.size, proveConsistency(sha256, range, readTile))
      const consistency = { ...range, fromRoot: then.root, toRoot: now.root }
      const grown = { ...consistency, proof: await proofs.get(then.size)! }
      expect(verifyConsistency(sha256, grown)).toBe(true)
    }
  })

  test('leave one entry about each signature', async () => {
    const entries = (await petition.entries()).map(parseEntry)
    const indices = entries.flatMap(({ kind }, index) => (kind === 'signature' ? [index] : []))
    const erased = entries.flatMap((entry) => (entry.kind === 'erasure' ? [entry.index] : []))
    expect(erased.toSorted((a, b) => a - b)).toEqual(indices)
  })

  test('leave pages that say when it was, and no list', async () => {
    const page = petition.objects.text(objectKey('uk', paths.petition(petition.id)))
    expect(page).toContain('Строк зберігання імен минув')
    expect(page).toContain('Імена підписантів вилучено')
    expect((await petition.petition())?.seq).toBe((await petition.journal()).length)
    expect((await petition.journal()).at(-1)).toMatchObject({
      type: 'names-erased',
      data: { number: SIGNED },
    })
    const pages = [1, 2].map((n) => petition.objects.text(objectKey('uk', paths.signers(petition.id, n))))
    for (const list of pages) {
      expect(list).not.toContain('<table')
      expect(list).toContain('березня 2031 року')
    }
    expect(petition.objects.text(objectKey('uk', paths.signers(petition.id, 3)))).toBeUndefined()
  })

  test('are never asked for again', async () => {
    const { version } = await petition.state()
    petition.clock.forward(3600)
    await petition.sweep()
    expect((await petition.state()).version).toBe(version)
  })
})

describe('erasure', () => {
  /** A petition whose names' term has come, with so many signatures. */
  async function due(id: string, people: number): Promise<PetitionOfYears> {
    const petition = new PetitionOfYears(dynamo, id)
    await petition.publish(3)
    if (people > 0) await petition.sign(people)
    petition.clock.set(TERM_ENDED)
    await petition.sweep()
    petition.clock.set(ARCHIVED)
    await runCommand(petition.deps(), id, { type: 'tick' })
    return petition
  }

  async function finished(petition: PetitionOfYears): Promise<void> {
    for (let run = 0; run < 10 && !(await petition.petition())?.namesErasedAt; run++)
      await petition.eraseSome(100)
    expect(await petition.petition()).toMatchObject({ namesErasedAt: ARCHIVED })
  }

  test('of a petition that nobody signed is over at once', async () => {
    const petition = await due('unsigned', 0)
    await petition.eraseSome(1)
    expect((await petition.journal()).at(-1)).toMatchObject({ type: 'names-erased', data: { number: 0 } })
    expect((await petition.state()).size).toBe(0)
  })

  test('by a worker that wakes up when all is done adds nothing', async () => {
    const petition = await due('sleeper', 5)
    const { erasures } = petition.erasing()
    const wake = Promise.withResolvers<void>()
    const read = Promise.withResolvers<void>()
    const kept: typeof erasures.kept = async (...given) => {
      const found = await erasures.kept(...given)
      read.resolve()
      await wake.promise
      return found
    }
    const sleeper = petition.eraseSome(100, { erasures: { ...erasures, kept } })
    await read.promise
    await finished(petition)
    wake.resolve()
    await sleeper
    expect(petition.failures).toEqual([])
    expect(await petition.state()).toMatchObject({ size: 10, applied: 10 })
    expect(await petition.rowsOfSigners()).toEqual([])
  })

  test('that the log sets aside is told, keeps the others going, and goes on when the cause is removed', async () => {
    const petition = await due('refused', 4)
    const [, second] = (await petition.erasing().erasures.kept(petition.id, 10)).placed
    await petition.erasing().erasures.ask(petition.id, second!, ARCHIVED)
    await petition.sequencing().log.quarantine(petition.id, erasureKey(1), 'no-time')
    await petition.eraseSome(100)
    expect(petition.failures).toEqual([expect.any(ErasureRefused)])
    expect(await petition.rowsOfSigners()).toEqual(expect.arrayContaining([second!.key, erasureKey(1)]))
    expect(await petition.rowsOfSigners()).toHaveLength(2)
    await petition.lift(erasureKey(1))
    await finished(petition)
    expect(await petition.state()).toMatchObject({ size: 8, signatures: 4 })
  })

  test('of many signatures stops when a run has no time left, and the next run goes on', async () => {
    const petition = await due('many', 520)
    await petition.eraseSome(2000, {}, () => false)
    expect(await petition.state()).toMatchObject({ size: 1020, applied: 1020 })
    expect(await petition.rowsOfSigners()).toHaveLength(20)
    await petition.eraseSome(2000, {}, () => false)
    expect(await petition.rowsOfSigners()).toEqual([])
    await finished(petition)
    expect(await petition.state()).toMatchObject({ size: 1040, signatures: 520 })
  })

  test('of one petition that fails holds up no other', async () => {
    const [broken, sound] = [await due('broken', 2), await due('sound', 2)]
    const { sequence } = sound.erasing()
    const failing = async (id: string, keys: readonly string[]) => {
      if (id === broken.id) throw new Error('stuck')
      await sequence(id, keys)
    }
    for (let run = 0; run < 3; run++) await sound.eraseSome(100, { sequence: failing })
    expect(sound.failures).toHaveLength(3)
    expect((await sound.petition())?.namesErasedAt).toBe(ARCHIVED)
    expect((await broken.petition())?.namesErasedAt).toBeUndefined()
    await finished(broken)
  })
})
