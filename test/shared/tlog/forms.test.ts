import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/adapters/sha256'
import { decodeBundle, encodeBundle } from '../../../shared/tlog/bundle'
import { fromBase64, toBase64, utf8 } from '../../../shared/tlog/bytes'
import { parseCheckpoint } from '../../../shared/tlog/checkpoint'
import { TlogError } from '../../../shared/tlog/error'
import { parseNote, parseVerifierKey, verifierKey, verifyNote } from '../../../shared/tlog/note'
import { parseTlogProof } from '../../../shared/tlog/tlog-proof'
import { verifyEd25519 } from './ed25519'
import { vectors } from './vectors'

const { checkpoint, vkey, tlogProof5at300 } = vectors.note
const key = parseVerifierKey(sha256, vkey)

describe('bundles', () => {
  it('give back what was put in', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 }), (entries) => {
        expect(decodeBundle(encodeBundle(entries)).map((entry) => [...entry])).toEqual(
          entries.map((entry) => [...entry]),
        )
      }),
    )
  })

  it('are refused when cut off or too long', () => {
    const bytes = encodeBundle([utf8('entry-0'), utf8('entry-1')])
    expect(() => decodeBundle(bytes.subarray(0, -1))).toThrow('bad-bundle')
    expect(() => decodeBundle(bytes.subarray(0, 10))).toThrow('bad-bundle')
    expect(() => decodeBundle(encodeBundle(Array.from({ length: 257 }, () => utf8('x'))))).toThrow(
      'bad-bundle',
    )
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError)
  })
})

describe('base64', () => {
  it('has one spelling only', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes])
      }),
    )
    for (const wrong of ['AA', 'AB==', 'AA=', 'A A=', '-_==', 'AAB=']) {
      expect(() => fromBase64(wrong), wrong).toThrow('bad-base64')
    }
  })
})

describe('a checkpoint that was touched', () => {
  it.each([
    ['another size', checkpoint.replace('\n300\n', '\n301\n')],
    ['another origin', checkpoint.replace('log/1\n', 'log/2\n')],
    ['an extension', checkpoint.replace('\n\n', '\nmore\n\n')],
    ['another signature', checkpoint.replace('NqQoCLO+', 'NqQoCLO/')],
  ])('%s: nobody signed it', async (_, touched) => {
    expect(await verifyNote(parseNote(touched), [key], verifyEd25519)).toEqual([])
  })

  it('is not believed for another key of the same name', async () => {
    const other = verifierKey(sha256, key.name, new Uint8Array(32).fill(9))
    expect(await verifyNote(parseNote(checkpoint), [other], verifyEd25519)).toEqual([])
  })

  it('is worth nothing when one known key has signed wrongly, whatever the others did', async () => {
    const line = checkpoint.slice(checkpoint.indexOf('\n\n') + 2)
    const doubled = checkpoint + line.replace('NqQoCLO+', 'NqQoCLO/')
    expect(await verifyNote(parseNote(doubled), [key], verifyEd25519)).toEqual([])
  })
})

describe('what has not the form', () => {
  it.each([
    ['no signature', 'a\n1\nb\n'],
    ['no newline at the end', checkpoint.slice(0, -1)],
    ['a hyphen for the dash', checkpoint.replace('— ', '- ')],
    ['a signature of nothing', checkpoint.replace(/ \S+\n$/, ' AAAA\n')],
  ])('a note with %s', (_, text) => expect(() => parseNote(text)).toThrow(TlogError))

  it.each([
    ['size 01', 'o\n01\nrrsCfVw90Ihx7lJXemH8gxItDRQ1J5GUNjm9TBLTaUM=\n'],
    ['size −1', 'o\n-1\nrrsCfVw90Ihx7lJXemH8gxItDRQ1J5GUNjm9TBLTaUM=\n'],
    ['size 2^60', `o\n${2 ** 60}\nrrsCfVw90Ihx7lJXemH8gxItDRQ1J5GUNjm9TBLTaUM=\n`],
    ['a short root', 'o\n1\nrrsC\n'],
    ['no origin', '\n1\nrrsCfVw90Ihx7lJXemH8gxItDRQ1J5GUNjm9TBLTaUM=\n'],
    ['no end', 'o\n1\nrrsCfVw90Ihx7lJXemH8gxItDRQ1J5GUNjm9TBLTaUM='],
  ])('a checkpoint with %s', (_, text) => expect(() => parseCheckpoint(text)).toThrow(TlogError))

  it.each([
    ['another header', tlogProof5at300.replace('v1', 'v2')],
    ['no index', tlogProof5at300.replace('index 5\n', '')],
    ['a negative index', tlogProof5at300.replace('index 5', 'index -5')],
    ['a short hash', tlogProof5at300.replace(/\n[A-Za-z0-9+/]{43}=/, '\nAAAA')],
    ['nothing in it', ''],
  ])('a receipt with %s', (_, text) => expect(() => parseTlogProof(text)).toThrow(TlogError))

  it.each([
    ['another id', vkey.replace('36a42808', '36a42809')],
    ['another type', vkey.replace('+AepK', '+AupK')],
    ['no key', 'petitions.example/log/1+36a42808+'],
  ])('a verifier key with %s', (_, text) => expect(() => parseVerifierKey(sha256, text)).toThrow(TlogError))

  it('never brings anything but an error of its own', () => {
    const readers = [
      parseNote,
      parseCheckpoint,
      parseTlogProof,
      (text: string) => parseVerifierKey(sha256, text),
    ]
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat({ max: 800 }), (noise, at) => {
        for (const [place, read] of readers.entries()) {
          const sound = [checkpoint, checkpoint, tlogProof5at300, vkey][place]!
          try {
            read(sound.slice(0, at) + noise + sound.slice(at + noise.length))
          } catch (error) {
            expect(error).toBeInstanceOf(TlogError)
          }
        }
      }),
    )
  })
})
