import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { nameCommitment, personCommitment, textHash } from '../../../shared/log/commitment'
import { BadEntry, encodeEntry, type LogEntry, parseEntry, timeOf } from '../../../shared/log/entry'
import { nullifierMessage } from '../../../shared/signing/nullifier'
import { fromHex, textOf, toBase64, toHex, utf8 } from '../../../shared/tlog/bytes'
import { leafHash } from '../../../shared/tlog/hash'

const sha256 = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest())

/** A signature worked out by an independent implementation (Go). */
const WORKED = {
  nullifier: '3f60104afeea3df328c8c6a1bb7dd18a5ce69143136dd900b9bd93d28adacc4c',
  name: '+P4mqK5fCBcWnByGCEAnBJvlp124EgJOoNN0L9PfYag=',
  person: 'd2P79DHmCLaEbfEgoLgsk6zMDSKxepW4BibVWw3uojk=',
  entry:
    'viche/signature/v1\ntime 2026-11-21T10:04Z\ntext 7mfzLp1EgODW7xSK9Z6rB4CBRvBs0swHUIbf1iE6P3E=\n' +
    'name +P4mqK5fCBcWnByGCEAnBJvlp124EgJOoNN0L9PfYag=\nperson d2P79DHmCLaEbfEgoLgsk6zMDSKxepW4BibVWw3uojk=\n',
  leafHash: '138d61c70984e5e58f5623cdcf4c32ecdc5693eb2de40672a3df8e824fbfdd25',
}

const signature: LogEntry = {
  kind: 'signature',
  time: timeOf('2026-11-21T10:04:59.999Z'),
  text: textHash(sha256, 'Облаштувати пішохідний перехід біля школи № 7'),
  name: nameCommitment(sha256, salt(2), 'Шевченко Оксана Миколаївна', '2026-11-21'),
  person: personCommitment(sha256, salt(3), fromHex(WORKED.nullifier)),
}
const annulment: LogEntry = {
  kind: 'annulment',
  time: '2026-12-01T09:30Z',
  index: 17,
  ground: 'not-own-will',
}
const erasure: LogEntry = { kind: 'erasure', time: '2030-01-15T00:00Z', index: 17 }

describe('a worked signature', () => {
  test('commits as an independent implementation does', () => {
    const message = nullifierMessage('petitions.example/log/1', 'drfo:3184710691')
    expect(createHmac('sha256', salt(1)).update(message).digest('hex')).toBe(WORKED.nullifier)
    expect(toBase64(signature.kind === 'signature' ? signature.name : salt(0))).toBe(WORKED.name)
    expect(toBase64(signature.kind === 'signature' ? signature.person : salt(0))).toBe(WORKED.person)
  })

  test('has the same bytes and the same leaf', () => {
    const bytes = encodeEntry(signature)
    expect(textOf(bytes)).toBe(WORKED.entry)
    expect(bytes).toHaveLength(194)
    expect(toHex(leafHash(sha256, bytes))).toBe(WORKED.leafHash)
  })

  test('commits to one spelling of a name', () => {
    const decomposed = 'Шевченко Оксана Миколаївна'.normalize('NFD')
    expect(toBase64(nameCommitment(sha256, salt(2), decomposed, '2026-11-21'))).toBe(WORKED.name)
  })
})

describe('an entry', () => {
  test.each([signature, annulment, erasure])('of each kind is read as it was written: $kind', (entry) => {
    expect(parseEntry(encodeEntry(entry))).toEqual(entry)
  })

  test('is lines that an auditor can read', () => {
    expect(textOf(encodeEntry(annulment))).toBe(
      'viche/annulment/v1\ntime 2026-12-01T09:30Z\nindex 17\nground not-own-will\n',
    )
    expect(textOf(encodeEntry(erasure))).toBe('viche/erasure/v1\ntime 2030-01-15T00:00Z\nindex 17\n')
  })

  const sound = textOf(encodeEntry(annulment))
  test.each([
    ['of a later version', sound.replace('/v1', '/v2')],
    ['of an unknown kind', sound.replace('annulment', 'correction')],
    ['without its last newline', sound.slice(0, -1)],
    ['with a line too many', `${sound}note x\n`],
    ['with a line too few', 'viche/erasure/v1\ntime 2030-01-15T00:00Z\n'],
    ['in another order', 'viche/erasure/v1\nindex 17\ntime 2030-01-15T00:00Z\n'],
    ['with an index in another spelling', sound.replace('17', '017')],
    ['with an index below zero', sound.replace('17', '-1')],
    ['with an index beyond counting', sound.replace('17', '9007199254740993')],
    ['on a day that is none', sound.replace('12-01', '02-30')],
    ['with seconds', sound.replace('09:30Z', '09:30:00Z')],
    ['with a ground that is no code', sound.replace('not-own-will', 'Not own will')],
    ['with other line ends', sound.replaceAll('\n', '\r\n')],
    ['with a short hash', WORKED.entry.replace(WORKED.name, 'AAAA')],
    ['with a hash in another spelling', WORKED.entry.replace('Yag=', 'Yah=')],
    ['that is empty', ''],
  ])('%s is refused', (_, text) => {
    expect(() => parseEntry(utf8(text))).toThrow(BadEntry)
  })

  test('that is not UTF-8 is refused', () => {
    expect(() => parseEntry(Uint8Array.of(0xff, 0x0a))).toThrow(BadEntry)
  })
})

function salt(byte: number): Uint8Array {
  return new Uint8Array(32).fill(byte)
}
