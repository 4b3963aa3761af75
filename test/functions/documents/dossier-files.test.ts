import { expect, test } from 'vitest'
import { signersCsv } from '../../../functions/documents/dossier/csv'
import { dossierJson } from '../../../functions/documents/dossier/json'
import { signersOf } from '../../../functions/documents/dossier/signers'
import { bodyOf } from '../../../functions/documents/dossier/write'
import { type DossierSigner, dossier, dossierSchema } from '../../../shared/http/dossier'
import { namesKey } from '../../../shared/log/addresses'
import { NO_DAYS } from '../../../shared/log/days'
import { MemoryObjects } from '../../support/memory-objects'
import { caseOf, listOf } from '../../support/petition-case'
import { everyPetition, HOSTILE, petitionIn } from '../../web/fixtures'

const text = async (parts: AsyncIterable<string | Uint8Array>) => Buffer.from(await bodyOf(parts)).toString()
const day = '2026-04-10'
const nasty: DossierSigner[] = [
  { number: 1, name: '=HYPERLINK("http://evil")', date: day },
  { number: 2, name: '+1', date: day },
  { number: 3, name: '-1', date: day },
  { number: 4, name: '@SUM(A1)', date: day },
  { number: 5, name: 'а;б,"в"', date: day, annulled: true },
  { number: 6, name: HOSTILE, date: day },
  { number: 7, name: '😀 שלום', date: day },
  { number: 8, erased: true },
]

test('the table opens in a Ukrainian Excel: UTF-8 with its mark, semicolons, no formula', async () => {
  const csv = await text(signersCsv('uk', listOf(nasty)))
  const rows = csv.split('\r\n')
  expect(rows[0]).toBe('\ufeff№;Прізвище, ім’я, по батькові;Дата підписання;Примітка')
  expect(rows[1]).toBe(`1;"'=HYPERLINK(""http://evil"")";10.04.2026;`)
  expect(rows.slice(2, 5)).toEqual(["2;'+1;10.04.2026;", "3;'-1;10.04.2026;", "4;'@SUM(A1);10.04.2026;"])
  expect(rows[5]).toBe('5;"а;б,""в""";10.04.2026;анульовано')
  expect(rows[7]).toBe('7;😀 שלום;10.04.2026;')
  expect(rows[8]).toBe('8;;;ім’я вилучено')
  expect((await text(signersCsv('en', listOf(nasty)))).split('\r\n')[5]).toBe(
    '5,"а;б,""в""",10/04/2026,annulled',
  )
})

test('the JSON is what its published schema says, in every state, with what an NGO sends to a council', async () => {
  for (const petition of everyPetition) {
    const read = JSON.parse(await text(dossierJson(caseOf(petition), NO_DAYS, listOf(nasty))))
    expect(read).toMatchObject(dossier.parse(read))
  }
  const read = JSON.parse(await text(dossierJson(caseOf(petitionIn('answered')), NO_DAYS, listOf(nasty))))
  expect(read.signers).toEqual(nasty)
  expect(read.handover).toEqual({
    startDate: '2026-04-10T08:30:00.000Z',
    total: 261,
    collectionDays: 38,
    signersUrl: 'https://petitions.example/petitions/4k2m9x7qbd/signers/1',
    ngo: { name: 'ГО «Громада онлайн»', email: 'info@hromada.example' },
  })
  const schema = dossierSchema('https://petitions.example/api/v1/schemas/dossier.json')
  expect(schema).toMatchObject({ type: 'object', $id: read.$schema })
})

test('signers come from the published files, only as far as the log is counted', async () => {
  const objects = new MemoryObjects()
  const salt = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='
  const file = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => ({
      index: from + n,
      name: `Лис ${from + n}`,
      date: day,
      salt,
    }))
  await objects.put(namesKey('p', 0), JSON.stringify(file(0, 256)), { cacheSeconds: 0 })
  await objects.put(namesKey('p', 1), JSON.stringify([{ index: 256, erased: true }, ...file(257, 300)]), {
    cacheSeconds: 0,
  })
  const found: DossierSigner[] = []
  // The log goes on with annulments, which have no file of names.
  for await (const some of signersOf(objects, 'p', 280)) found.push(...some)
  expect(found).toHaveLength(280)
  expect(found.at(-1)).toEqual({ number: 280, name: 'Лис 279', date: day })
  expect(found[256]).toEqual({ number: 257, erased: true })
  const all: DossierSigner[] = []
  for await (const some of signersOf(objects, 'p', 900)) all.push(...some)
  expect(all).toHaveLength(300)
})
