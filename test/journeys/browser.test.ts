import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing, hearing, THRESHOLD } from '../support/journeys/wishes'

// The main story before a browser: each test goes on where the one before ended.

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string

const author = { name: hero(0), email: heroEmail(0) }
const signer = { name: hero(THRESHOLD), email: heroEmail(THRESHOLD) }

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})
afterEach(async () => {
  const complaints = readers.flatMap((reader) => reader.complaints)
  await Promise.all(readers.map((reader) => reader.leaves()))
  readers = []
  expect(complaints).toEqual([])
})

async function opens(options?: ReaderOptions): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, options)
  readers.push(reader)
  return reader
}

async function signsIn(role: string, options: ReaderOptions = { device: 'desktop' }): Promise<Reader> {
  const reader = await opens(options)
  await reader.sitsDownAs(`${role}@malva.example`)
  await reader.goes('/staff')
  await reader.reads('Черга')
  return reader
}

/** Opens the petition at the desk and unfolds one of its actions. */
async function unfolds(reader: Reader, action: string): Promise<void> {
  await reader.goes(`/staff/petitions/${id}`)
  const folded = reader.page.locator('details:not([open]) > summary', { hasText: action })
  if ((await folded.count()) > 0) await folded.click()
}

/** What a form of the desk has saved. */
async function saved(reader: Reader): Promise<void> {
  await reader.sees('Збережено.')
}

test('the author finds the form, fills it in and confirms by the mail', async () => {
  const reader = await opens()
  await reader.goes('/')
  await reader.pictures('home-phone')
  await reader.goes('/communities/malva')
  await reader.pictures('community-phone')
  await reader.follows('Подати петицію')
  await reader.reads('Що треба зробити?')
  await reader.presses('Далі')
  await reader.sees('Напишіть назву петиції.')
  await reader.pictures('submit-errors-phone')
  // The browser minds that the form came back.
  expect(reader.complaints.splice(0)).toHaveLength(1)
  await reader.fills({ 'Назва петиції': crossing.title })
  await reader.presses('Далі')
  await reader.reads('Поясніть, навіщо це')
  await reader.fills({ 'Текст петиції': crossing.text })
  await reader.pictures('submit-phone')
  await reader.presses('Далі')
  // The text is brief: that is said once.
  await reader.sees('Зверніть увагу')
  await reader.presses('Далі')
  await reader.reads('Хто подає петицію')
  await reader.fills({
    Прізвище: author.name.surname,
    'Ім’я': author.name.givenName,
    'Електронна пошта': author.email,
  })
  await reader.page.getByLabel('Мені зрозуміло, які мої дані оприлюднять').check()
  await reader.presses('Далі')
  await reader.reads('Перевірте й надішліть')
  await reader.pictures('submit-preview-phone')
  await reader.presses('Подати петицію')
  await reader.sees('Залишився один крок: відкрийте пошту', author.email)
  await reader.pictures('submit-sent-phone')
  expect(await reader.overflows()).toBe(false)

  const mail = await town.site.mail(author.email, 'Підтвердьте подання')
  await reader.goes(mail.links[0]!)
  await reader.reads('Підтвердьте подання петиції')
  await reader.pictures('confirm-submit-phone')
  await reader.presses('Так, подаю петицію')
  await reader.reads('Петицію подано')
  await reader.pictures('submitted-phone')
  await reader.follows('English')
  await reader.reads('Petitions')
})

test('the moderator sees what is due, and publishes', async () => {
  const reader = await signsIn('moderator')
  await reader.sees(crossing.title, 'робочі дні')
  await reader.pictures('desk-desktop')
  await reader.follows('Перевірити петицію й оприлюднити або відмовити')
  await reader.reads(crossing.title)
  await reader.pictures('desk-petition-desktop')
  id = new URL(reader.page.url()).pathname.split('/').at(-1)!
  await reader.presses('Оприлюднити петицію')
  await saved(reader)
  await town.site.until(
    'the public page',
    async () => (await town.site.get(`/petitions/${id}`)).status === 200,
  )
  // The page follows publication by a moment; until then the desk says so instead of linking to nothing.
  await reader.goes(`/staff/petitions/${id}`)
  await reader.follows('Публічна сторінка')
  await reader.reads(crossing.title)
  await reader.sees('Триває збір підписів')
  await reader.pictures('petition-desktop')
})

test('a resident reads, signs with the form, and confirms by the button behind the mail', async () => {
  const others = Array.from(
    { length: THRESHOLD - 1 },
    (_, n) => new Resident(town.site, hero(n), heroEmail(n)),
  )
  await Promise.all(others.map((resident) => resident.signs(id)))
  await town.site.until('the count', async () => (await town.site.count(id)) === THRESHOLD - 1)

  const reader = await opens()
  await reader.goes('/petitions')
  await reader.sees(crossing.title)
  await reader.pictures('list-phone')
  await reader.follows(crossing.title)
  await reader.reads(crossing.title)
  await reader.pictures('petition-phone')
  expect(await reader.overflows()).toBe(false)
  await reader.follows('Підписати петицію')
  await reader.reads('Підписати петицію')
  await reader.fills({
    Прізвище: signer.name.surname,
    'Ім’я': signer.name.givenName,
    'Електронна пошта': signer.email,
  })
  await reader.page.getByLabel('Мені зрозуміло, які мої дані оприлюднять').check()
  await reader.pictures('sign-phone')
  await reader.presses('Надіслати мені лист')
  await reader.sees('Залишився один крок: відкрийте пошту')
  await reader.pictures('sign-sent-phone')

  const mail = await town.site.mail(signer.email, 'Підтвердьте підпис')
  await reader.goes(mail.links[0]!)
  await reader.reads('Підтвердьте свій підпис')
  await reader.pictures('confirm-sign-phone')
  expect(await town.site.count(id)).toBe(THRESHOLD - 1)
  await reader.presses('Так, підписую петицію')
  await reader.reads('Дякуємо! Ваш підпис зараховано')
  await reader.pictures('signed-phone')
  expect(await reader.overflows()).toBe(false)
  await town.site.until('the count', async () => (await town.site.count(id)) === THRESHOLD)
  const name = `${signer.name.surname} ${signer.name.givenName}`
  const list = `/petitions/${id}/signers/1`
  await town.site.until('the name in the list', async () => (await town.site.get(list)).text.includes(name))
  await reader.goes(list)
  await reader.sees(name)
  await reader.pictures('signers-phone')
})

test('at the desk the head transfers and the secretary begins consideration and decides', async () => {
  const head = await signsIn('head')
  await head.sees('Передати петицію на розгляд')
  await unfolds(head, 'Передати на розгляд')
  await head.presses('Передати')
  await saved(head)

  const secretary = await signsIn('secretary')
  await unfolds(secretary, 'Оприлюднити початок розгляду')
  await secretary.presses('Оприлюднити')
  await saved(secretary)
  await unfolds(secretary, 'Записати рішення')
  await secretary.pictures('desk-consideration-desktop')
  await secretary.page.getByLabel('Рішення', { exact: true }).selectOption('supported')
  await secretary.fills({ 'Текст рішення': 'Рішення сесії № 12 від 24 листопада.' })
  await secretary.presses('Зберегти рішення')
  await saved(secretary)

  await unfolds(head, 'Оголосити рішення')
  await head.fills({ 'Текст оголошення': 'Петицію підтримано одноголосно.' })
  await head.presses('Переглянути оголошення')
  await head.sees('Ще нічого не збережено й не надіслано.', 'Листи, які буде надіслано')
  await head.presses('Оголосити')
  await saved(head)
})

const ANSWER = 'Перехід облаштують до 1 вересня.'
const REASONS = 'Обстеження підтвердило: дорогу щодня переходять понад сто дітей.'

test('the secretary prepares the answer, the head signs it off, and the page shows it to everybody', async () => {
  const secretary = await signsIn('secretary')
  await secretary.goes(`/staff/petitions/${id}`)
  await secretary.follows('Відкрити проєкт відповіді')
  await secretary.reads('Проєкт відповіді')
  await secretary.page.getByLabel('Відповідь', { exact: true }).fill(ANSWER)
  await secretary.fills({ Обґрунтування: REASONS })
  await secretary.presses('Зберегти й надіслати голові на погодження')
  await saved(secretary)
  await secretary.sees('Так це побачать усі', 'Чекаємо на погодження голови.')
  await secretary.pictures('desk-draft-desktop')
  const mail = await town.site.mail('head@malva.example', 'Погодьте відповідь')
  expect(mail.text).not.toContain(ANSWER)
  expect((await town.site.get(`/petitions/${id}`)).text).not.toContain(ANSWER)

  const head = await signsIn('head')
  await head.follows('Погодити відповідь')
  await head.follows('Відкрити проєкт відповіді')
  await head.sees(ANSWER, REASONS)
  await head.presses('Погодити й оприлюднити відповідь')
  await saved(head)
  await secretary.goes(`/staff/petitions/${id}`)
  await secretary.pictures('desk-answered-desktop')

  await town.site.until('the answer on the page', async () =>
    (await town.site.get(`/petitions/${id}`)).text.includes(ANSWER),
  )
  for (const device of ['phone', 'desktop'] as const) {
    const reader = await opens({ device })
    await reader.goes(`/petitions/${id}`)
    await reader.sees(ANSWER, REASONS, 'Підтримано', 'п. 17 Положення про електронні петиції')
    await reader.pictures(`answered-${device}`)
    expect(await reader.overflows()).toBe(false)
    await reader.follows('English')
    await reader.sees('Answer', 'item 17 of the Regulation on e-petitions')
    await reader.pictures(`answered-english-${device}`)
  }
})

test('without scripts people read, confirm by the button, and work at the desk', async () => {
  const wisher = new Resident(town.site, author.name, author.email)
  id = await wisher.submits(hearing)
  const moderator = await signsIn('moderator', { device: 'phone', scripts: false })
  await moderator.pictures('desk-phone')
  await unfolds(moderator, 'Оприлюднити')
  await moderator.pictures('desk-petition-phone')
  expect(await moderator.overflows()).toBe(false)
  await moderator.presses('Оприлюднити петицію')
  await saved(moderator)
  await town.site.until(
    'the public page',
    async () => (await town.site.get(`/petitions/${id}`)).status === 200,
  )

  const reader = await opens({ scripts: false })
  await reader.goes(`/petitions/${id}`)
  await reader.sees(hearing.title, 'Автор просить провести громадські слухання')
  await reader.follows('Підписати петицію')
  // Locators do not look into <noscript>, though people see what stands there.
  expect(await reader.page.content()).toMatch(/<noscript>.*цю форму надіслати не вийде.*Що можна зробити/)
  await reader.page.locator('form').waitFor({ state: 'hidden' })
  await reader.pictures('sign-without-scripts-phone')
  expect(await reader.page.locator('form').getAttribute('method')).toBe('post')
  const resident = new Resident(town.site, signer.name, signer.email)
  await reader.goes(`/confirm?token=${await resident.tokenToSign(id)}`)
  await reader.presses('Так, підписую петицію')
  await reader.reads('Дякуємо! Ваш підпис зараховано')
  await town.site.until('the count', async () => (await town.site.count(id)) === 1)
  expect((await new Staff(town.site, 'moderator@malva.example').sees(id)).count).toBe(1)
})

test('what is not there is said in words, in either language', async () => {
  const reader = await opens()
  for (const [path, words] of [
    ['/petitions/nowhere', 'Такої'],
    ['/en/petitions/nowhere', 'no such'],
    ['/confirm?token=broken', 'Посилання не діє'],
  ] as const) {
    await reader.goes(path)
    await reader.sees(words)
    await reader.pictures(`problem${path.replaceAll(/\W/g, '-')}`)
  }
  reader.complaints.splice(0)
})
