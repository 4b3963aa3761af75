import { expect, test } from 'vitest'
import { bodyOf } from '../../../functions/documents/dossier/write'
import { dossierPdf } from '../../../functions/documents/pdf/dossier-pdf'
import type { DossierSigner } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import type { DaysView } from '../../../shared/log/days'
import type { PetitionView } from '../../../shared/petition/view'
import { CHECKPOINT, caseOf, listOf, VERIFIER_KEY } from '../../support/petition-case'
import { readPdf } from '../../support/read-pdf'
import { shippedTypefaces } from '../../support/shipped-files'
import { everyPetition, HOSTILE, petitionIn } from '../../web/fixtures'

const signers: DossierSigner[] = [
  { number: 1, name: 'Шевченко Оксана Миколаївна', date: '2026-04-10' },
  { number: 2, name: 'Ґалаґан Їжак', date: '2026-04-11', annulled: true },
  { number: 4, erased: true },
]
const days: DaysView = {
  size: 4,
  days: [
    { day: '2026-04-10', signed: 1, annulled: 0 },
    { day: '2026-04-11', signed: 2, annulled: 1 },
  ],
}

async function written(petition: PetitionView, locale: Locale = 'uk', list = signers) {
  const typeface = await shippedTypefaces()
  return bodyOf(dossierPdf({ source: caseOf(petition, 4), days, signers: listOf(list), locale, typeface }))
}

test('a council’s secretary reads in it all that was asked for', async () => {
  const pdf = await readPdf(await written(petitionIn('answered')))
  const text = pdf.text.replace(/\s+/g, ' ')
  for (const words of [
    'Калинівська міська рада',
    'Досьє електронної петиції. Петиція № 12',
    'Облаштувати безпечний пішохідний перехід',
    'Щоранку понад двісті дітей',
    'п. 11 Положення про електронні петиції (R10)',
    'Петицію оприлюднено, почався збір підписів',
    'Шевченко Оксана Миколаївна',
    'Ґалаґан Їжак (анульовано)',
    'ім’я вилучено',
    '11.04.2026',
    'npx viche verify https://petitions.example/petitions/4k2m9x7qbd',
  ])
    expect(text).toContain(words)
  const unbroken = pdf.text.replace(/\s+/g, '')
  const messageId = '<4k2m9x7qbd.2-published-author@viche.example>'
  for (const line of [...CHECKPOINT.split('\n'), VERIFIER_KEY, messageId])
    expect(unbroken).toContain(line.replace(/\s+/g, ''))
})

test('it is tagged: title, language, headings, tables with headers, a text for the chart, an outline', async () => {
  const pdf = await readPdf(await written(petitionIn('answered')))
  expect(pdf).toMatchObject({ lang: 'uk-UA', marked: true, displaysTitle: true })
  expect(pdf.title).toMatch(/^Досьє електронної петиції\. Петиція №\s12\. Облаштувати/)
  expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
  expect(pdf.outline).toEqual(
    expect.arrayContaining([
      'Текст петиції',
      'Відповідь',
      'Підписи за днями',
      'Перелік осіб, які підписали петицію',
    ]),
  )
  // The contents name every part with its page.
  for (const title of pdf.outline) expect(pdf.pages[1]).toContain(title)
  expect(pdf.pages.at(-1)).toContain(pdf.outline.at(-1))
  expect(pdf.pages[1]).toContain(`${pdf.pages.length}`)
  const roles = pdf.roles.flat()
  expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
  expect(roles.filter((role) => role === 'H2')).toHaveLength(pdf.outline.length)
  expect(roles.filter((role) => role === 'Figure')).toHaveLength(1)
  expect(pdf.alts).toEqual([expect.stringContaining('Найбільше за день: 2 підписи, 11')])
  expect(roles).toEqual(expect.arrayContaining(['TOC', 'TOCI', 'Link', 'P', 'Code']))
  const list = pdf.roles.at(-1)!
  expect(list.filter((role) => role === 'TR')).toHaveLength(1 + signers.length)
  expect(list.filter((role) => role === 'TH')).toHaveLength(3 + signers.length)
})

test('the same petition at the same moment gives the same bytes', async () => {
  const petition = petitionIn('answered')
  expect(Buffer.from(await written(petition)).equals(await written(petition))).toBe(true)
})

test('a long list goes on with its header on every page, and its structure with it', async () => {
  const many = Array.from({ length: 300 }, (_, n) => ({
    number: n + 1,
    name: `Шевченко Оксана-${n + 1}`,
    date: '2026-04-10',
  }))
  const pdf = await readPdf(await written(petitionIn('answered'), 'en', many))
  const pages = pdf.pages.map((page, place) => ({ page, roles: pdf.roles[place]! })).slice(-5)
  for (const { page, roles } of pages) {
    expect(page).toContain('Surname')
    expect(roles.filter((role) => role === 'Table')).toHaveLength(1)
    expect(roles.filter((role) => role === 'TD')).toHaveLength(
      2 * (roles.filter((role) => role === 'TR').length - 1),
    )
  }
  for (const { name } of many) expect(pdf.text).toContain(name)
})

test('whatever happened to a petition can be written', async () => {
  for (const petition of everyPetition) {
    const pdf = Buffer.from(await written(petition)).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7\n/)
    expect(pdf.trimEnd()).toMatch(/%%EOF$/)
  }
})

test('hostile text is text: markup, formulas, pictures, right-to-left, endless words', async () => {
  const endless = 'ж'.repeat(600)
  const words = `${HOSTILE} =1+1 🚍 שלום عربي ${endless} & <b>`
  const petition = { ...petitionIn('answered'), title: words.slice(0, 400), text: words }
  const pdf = await readPdf(await written(petition, 'uk', [{ number: 1, name: words, date: '2026-04-10' }]))
  expect(pdf.text).toContain("<script>alert('2')</script>")
  expect(pdf.text).toContain('□')
  expect(pdf.text.replace(/\s+/g, '')).toContain(endless)
  // The title goes into XML as well.
  const xml = /<dc:title>.*?<\/dc:title>/s.exec(pdf.metadata)?.[0]
  expect(xml?.match(/<script|&/)).toBeNull()
  expect(pdf.title).not.toMatch(/[<>&]/)
})
