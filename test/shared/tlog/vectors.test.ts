import { createPrivateKey, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/adapters/sha256'
import { encodeBundle } from '../../../shared/tlog/bundle'
import { fromHex, toHex, utf8 } from '../../../shared/tlog/bytes'
import { checkpointText, parseCheckpoint } from '../../../shared/tlog/checkpoint'
import { leafHash } from '../../../shared/tlog/hash'
import {
  cosignatureTime,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  signatureLine,
  verifierKey,
  verifyNote,
} from '../../../shared/tlog/note'
import { verifyConsistency, verifyInclusion } from '../../../shared/tlog/proof'
import { proveConsistency, proveInclusion } from '../../../shared/tlog/prove'
import { CompactRange } from '../../../shared/tlog/range'
import { bundlePath } from '../../../shared/tlog/tile'
import { formatTlogProof, parseTlogProof } from '../../../shared/tlog/tlog-proof'
import { verifyEd25519 } from './ed25519'
import { Tree } from './tree'
import { entriesOf, root, vectors } from './vectors'

const { note } = vectors

describe('hashes of an independent implementation', () => {
  it.each(Object.entries(vectors.leafHash))('leaf %s', (index, hex) => {
    expect(toHex(leafHash(sha256, utf8(`entry-${index}`)))).toBe(hex)
  })

  it.each(Object.entries(vectors.roots))('root of %s leaves', (size, hex) => {
    const range = new CompactRange(sha256)
    for (const entry of entriesOf(Number(size))) range.appendEntry(entry)
    expect(toHex(range.root())).toBe(hex)
  })

  it.each(Object.entries(vectors.tiles))('%s', (path, { len, sha256: digest }) => {
    const tree = new Tree()
    tree.append(entriesOf(300))
    const bundles = [
      { path: bundlePath(0, 256), bytes: encodeBundle(entriesOf(300).slice(0, 256)) },
      { path: bundlePath(1, 44), bytes: encodeBundle(entriesOf(300).slice(256)) },
    ]
    const file = bundles.find((bundle) => bundle.path === path)?.bytes ?? tree.tiles.get(path)!
    expect(file.length).toBe(len)
    expect(toHex(sha256(file))).toBe(digest)
  })
})

describe('proofs of an independent implementation', () => {
  it.each(Object.entries(vectors.inclusion))('inclusion %s', async (name, hashes) => {
    const [index, size] = name.split('@').map(Number) as [number, number]
    const tree = new Tree()
    tree.append(entriesOf(size))
    const proof = await proveInclusion(sha256, { index, size }, tree.read)
    expect(proof.map(toHex)).toEqual(hashes)
    const leaf = leafHash(sha256, utf8(`entry-${index}`))
    expect(verifyInclusion(sha256, { index, size, leafHash: leaf, proof, root: root(size) })).toBe(true)
  })

  it.each(Object.entries(vectors.consistency))('consistency %s', async (name, hashes) => {
    const [from, to] = name.split('->').map(Number) as [number, number]
    const tree = new Tree()
    tree.append(entriesOf(to))
    const proof = await proveConsistency(sha256, { from, to }, tree.read)
    expect(proof.map(toHex)).toEqual(hashes)
    const roots = { fromRoot: root(from), toRoot: root(to) }
    expect(verifyConsistency(sha256, { from, to, ...roots, proof })).toBe(true)
  })
})

describe('notes of an independent implementation', () => {
  const key = parseVerifierKey(sha256, note.vkey)

  it('the verifier key', () => {
    expect(toHex(key.keyId)).toBe(note.keyIdHex)
    expect(toHex(key.publicKey)).toBe(note.publicKeyHex)
    expect(formatVerifierKey(verifierKey(sha256, key.name, key.publicKey))).toBe(note.vkey)
  })

  it('the checkpoint, made and verified', async () => {
    const text = checkpointText({ origin: key.name, size: 300, root: root(300) })
    const signature = sign(null, Buffer.from(text), privateKey(note.seedHex))
    expect(`${text}\n${signatureLine(key, signature)}`).toBe(note.checkpoint)
    expect(toHex(sha256(utf8(note.checkpoint)))).toBe(note.checkpointSha256)
    const parsed = parseNote(note.checkpoint)
    expect(await verifyNote(parsed, [key], verifyEd25519)).toEqual([key])
    expect(parseCheckpoint(parsed.text)).toMatchObject({ origin: key.name, size: 300 })
  })

  it('a witness beside the log', async () => {
    const witness = parseVerifierKey(sha256, note.witnessVkey)
    const cosigned = parseNote(note.checkpoint + note.witnessLine)
    expect(cosignatureTime(cosigned.signatures[1]!.signature)).toBe(1_700_000_000)
    expect(note.cosignedMessage).toBe(`cosignature/v1\ntime 1700000000\n${cosigned.text}`)
    expect(await verifyNote(cosigned, [key, witness], verifyEd25519)).toEqual([key, witness])
  })

  it('the receipt', () => {
    const receipt = parseTlogProof(note.tlogProof5at300)
    expect(formatTlogProof(receipt)).toBe(note.tlogProof5at300)
    const { size, root: signedRoot } = parseCheckpoint(parseNote(receipt.checkpoint).text)
    const leaf = leafHash(sha256, receipt.extra!)
    const { index, proof } = receipt
    expect(verifyInclusion(sha256, { index, size, leafHash: leaf, proof, root: signedRoot })).toBe(true)
    expect(proof.map(toHex)).toEqual(vectors.inclusion['5@300'])
  })
})

function privateKey(seedHex: string) {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), fromHex(seedHex)])
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}
