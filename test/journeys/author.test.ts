import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing } from '../support/journeys/wishes'

// How a petition is written: in steps, on a phone, without scripts, by the keyboard, and once more after a refusal.

let town: TownProcess
let browser: Browser
let readers: Reader[] = []

const address = '/communities/malva/submit/malva-council'
const [author, email] = [hero(0), heroEmail(0)]
const text = `${crossing.text}\n\n${'Щоранку тут переходять понад двісті дітей. '.repeat(4)}`

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

async function namesThemselves(reader: Reader): Promise<void> {
  await reader.reads('Хто подає петицію')
  await reader.fills({ Прізвище: author.surname, 'Ім’я': author.givenName, 'Електронна пошта': email })
  await reader.page.getByLabel('Мені зрозуміло').check()
  await reader.presses('Далі')
  await reader.reads('Перевірте й надішліть')
}

/** Opens the newest mail about something and follows its link. */
async function followsMail(reader: Reader, about: string, link: RegExp): Promise<void> {
  const { links } = await town.site.mail(email, about)
  await reader.goes(links.find((one) => link.test(one))!)
}

test('the author leaves in the middle, comes back to the draft, changes the title and sends', async () => {
  const reader = await opens()
  await reader.goes(address)
  await reader.fills({ 'Назва петиції': 'Облаштувати перехід' })
  await reader.presses('Далі')
  await reader.fills({ 'Текст петиції': text })
  await reader.goes('/')
  await reader.goes(address)
  await reader.sees('На цьому пристрої є чернетка')
  await reader.presses('Продовжити з нею')
  await reader.presses('Далі')
  await reader.reads('Поясніть, навіщо це')
  expect(await reader.page.getByLabel('Текст петиції').inputValue()).toBe(text)
  await reader.presses('Далі')
  await namesThemselves(reader)
  await reader.presses('Змінити назву й тему')
  await reader.fills({ 'Назва петиції': crossing.title })
  await reader.page.getByLabel('Тема').selectOption('transport')
  await reader.presses('Зберегти й повернутися до перегляду')
  await reader.sees(crossing.title, 'Дороги й транспорт', author.surname)
  expect(await reader.overflows()).toBe(false)
  await reader.presses('Подати петицію')
  await reader.sees('Залишився один крок: відкрийте пошту', email)
})

test('after confirming the author reads by when, and sees the same on the own page', async () => {
  const reader = await opens()
  await followsMail(reader, 'Підтвердьте подання', /confirm/)
  await reader.presses('Так, подаю петицію')
  await reader.reads('Петицію подано')
  const due = await reader.page.locator('ol time').innerText()
  await reader.pictures('submitted-phone')
  await reader.follows('Відкрити сторінку автора')
  await reader.reads(crossing.title)
  await reader.sees('Модератор перевіряє, чи відповідає петиція вимогам закону', due)
  await reader.pictures('author-phone')
  expect(await reader.overflows()).toBe(false)
})

test('refused, the author mends the text with the old words before them and submits anew', async () => {
  const moderator = new Staff(town.site, 'moderator@malva.example')
  const reader = await opens()
  await followsMail(reader, 'подано', /author/)
  const { links } = await town.site.mail('moderator@malva.example', 'чекає на перевірку')
  const id = new URL(links[0]!).pathname.split('/').at(-1)!
  const explanation = 'Вкажіть, на якій вулиці потрібен перехід.'
  await moderator.does(id, 'reject', { ground: 'missing-essence', explanation })
  await followsMail(reader, 'не оприлюднено', /author/)
  await reader.sees('у петиції не викладено суть звернення (п. 3)', explanation)
  await reader.pictures('author-refused-phone')
  await reader.presses('Виправити текст')
  await reader.reads('Що треба зробити?')
  expect(await reader.page.getByLabel('Назва петиції').inputValue()).toBe(crossing.title)
  await reader.presses('Далі')
  await reader.fills({ 'Текст петиції': `Просимо облаштувати перехід на вулиці Лісовій. ${text}` })
  await reader.presses('Далі')
  await reader.reads('Хто подає петицію')
  expect(await reader.page.getByLabel('Прізвище').inputValue()).toBe(author.surname)
  await reader.page.getByLabel('Мені зрозуміло').check()
  await reader.presses('Далі')
  await reader.sees('на вулиці Лісовій')
})

test('a petition like it is offered to be signed instead', async () => {
  const neighbour = new Resident(town.site, hero(1), heroEmail(1))
  const id = await neighbour.submits(crossing)
  await new Staff(town.site, 'moderator@malva.example').does(id, 'publish', {})
  const query = new URLSearchParams({ community: 'malva', q: crossing.title })
  const path = `/api/v1/petitions/similar?${query}`
  await town.site.until('the search', async () => (await town.site.get(path)).text.includes(id))
  const reader = await opens()
  await reader.goes(address)
  await reader.fills({ 'Назва петиції': 'Зробити пішохідний перехід до школи' })
  await reader.presses('Далі')
  await reader.fills({ 'Текст петиції': text })
  await reader.presses('Далі')
  await reader.reads('Схожі петиції')
  await reader.sees(crossing.title)
  await reader.pictures('submit-similar-phone')
  const opening = reader.page.context().waitForEvent('page')
  await reader.page.getByRole('link', { name: 'Підписати її замість своєї' }).click()
  await (await opening).getByRole('heading', { level: 1, name: 'Підписати петицію' }).waitFor()
  await reader.presses('Далі')
  await reader.reads('Хто подає петицію')
})

test('without scripts every step works; the last says honestly what is missing, and a file goes on elsewhere', async () => {
  const reader = await opens({ scripts: false })
  await reader.goes(address)
  await reader.presses('Далі')
  await reader.sees('Напишіть назву петиції.')
  expect(reader.complaints.splice(0)).toHaveLength(1)
  await reader.fills({ 'Назва петиції': 'Відкрити бібліотеку на Сонячній' })
  await reader.presses('Далі')
  await reader.fills({ 'Текст петиції': 'Просимо відкрити бібліотеку.' })
  await reader.presses('Далі')
  await reader.sees('Текст короткий')
  await reader.presses('Далі')
  await namesThemselves(reader)
  await reader.page.goBack()
  await reader.reads('Хто подає петицію')
  await reader.page.goForward()
  await reader.presses('Подати петицію')
  await reader.sees('Петицію ще не надіслано', 'Відкрити бібліотеку на Сонячній')
  await reader.pictures('submit-without-scripts-phone')
  await reader.page.getByText('Продовжити пізніше', { exact: true }).click()
  const coming = reader.page.waitForEvent('download')
  await reader.presses('Зберегти чернетку у файл')
  const file = await (await coming).path()
  expect(await readFile(file, 'utf8')).toContain('Просимо відкрити бібліотеку.')
  const elsewhere = await opens()
  await elsewhere.page.goto(`file://${await renamed(file)}`)
  await elsewhere.presses('Продовжити на сайті')
  await elsewhere.reads('Що треба зробити?')
  expect(await elsewhere.page.getByLabel('Назва петиції').inputValue()).toBe(
    'Відкрити бібліотеку на Сонячній',
  )
  // The browser minds that forms lead back and forth between a file and the site.
  elsewhere.complaints.splice(0)
})

/** A browser saves a download without its name's end. */
async function renamed(file: string): Promise<string> {
  const { copyFile } = await import('node:fs/promises')
  await copyFile(file, `${file}.html`)
  return `${file}.html`
}

test('by the keyboard alone: each field in its turn, mistakes reached by their links, sent by Enter', async () => {
  const reader = await opens({ device: 'desktop' })
  const { keyboard } = reader.page
  const focused = () => reader.page.evaluate('document.activeElement.id || document.activeElement.className')
  const tabTo = async (wanted: string) => {
    for (let n = 0; n < 40 && (await focused()) !== wanted; n++) await keyboard.press('Tab')
    expect(await focused()).toBe(wanted)
  }
  await reader.goes(address)
  await tabTo('title')
  await keyboard.press('Enter')
  await reader.sees('Напишіть назву петиції.')
  expect(reader.complaints.splice(0)).toHaveLength(1)
  expect(await focused()).toBe('errors')
  await keyboard.press('Tab')
  await keyboard.press('Enter')
  expect(await focused()).toBe('title')
  await keyboard.type('Поставити лавки в парку')
  await keyboard.press('Enter')
  await reader.reads('Поясніть, навіщо це')
  await tabTo('text')
  await keyboard.type('Просимо поставити лавки, щоб люди могли відпочити. '.repeat(4))
  await tabTo('wantsHearing')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await reader.reads('Хто подає петицію')
  await tabTo('author-surname')
  await keyboard.type(author.surname)
  await tabTo('author-givenName')
  await keyboard.type(author.givenName)
  await tabTo('author-email')
  await keyboard.type('klaviatura@example.org')
  await tabTo('noticeRead')
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await reader.reads('Перевірте й надішліть')
  const send = reader.page.getByRole('button', { name: 'Подати петицію', exact: true })
  for (let n = 0; n < 40; n++) {
    if (await send.evaluate((button) => button === document.activeElement)) break
    await keyboard.press('Tab')
  }
  await keyboard.press('Enter')
  await reader.sees('Залишився один крок: відкрийте пошту', 'klaviatura@example.org')
  expect(await focused()).toBe('done')
})
