import { expect, test } from 'vitest'
import { PETITION_ID_BYTES, petitionId } from '../../../shared/signing/petition-id'
import { parseSignatureId, signatureId } from '../../../shared/signing/signature-id'

test('a petition’s id is ten letters and digits that can be read out aloud', () => {
  expect(petitionId(new Uint8Array(PETITION_ID_BYTES))).toBe('0000000000')
  const all = Array.from(
    { length: 256 },
    (_, byte) => petitionId(new Uint8Array(PETITION_ID_BYTES).fill(byte))[0],
  )
  const letters = new Set(all)
  expect(letters.size).toBe(32)
  for (const confusing of 'ilou') expect(letters).not.toContain(confusing)
})

test('a signature’s id names petition and person key', () => {
  const key = { petitionId: '4k2m9x7qbd', personKey: `${'aZ09-_'.repeat(7)}x` }
  expect(parseSignatureId(signatureId(key))).toEqual(key)
  for (const wrong of [
    '',
    '.',
    'a.b',
    `4k2m9x7qbd.${'a'.repeat(42)}`,
    `4K2M.${'a'.repeat(43)}`,
    `a#b.${'a'.repeat(43)}`,
    `a.${'a'.repeat(43)}\n`,
  ]) {
    expect(parseSignatureId(wrong)).toBeUndefined()
  }
})
