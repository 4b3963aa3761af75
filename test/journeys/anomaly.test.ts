import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { addDays, atHour, dayOf } from '../../shared/calendar/day'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Shell } from '../support/journeys/shell'
import { Site } from '../support/journeys/site'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing } from '../support/journeys/wishes'

// A program signs for a list of names from one address; the operator reads of it in the morning, the moderator sees
// it, looks at whose signatures would go, and annuls them. Each test goes on where the one before ended.

const HONEST = 6
const STUFFED = 12
const OPERATOR = 'operator@viche.example'

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(crossing)
  await new Staff(town.site, 'moderator@malva.example').does(id, 'publish', {})
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

/** The site as it is met from one address on the internet. */
class SiteFrom extends Site {
  readonly #address: string

  constructor(url: string, address: string) {
    super(url)
    this.#address = address
  }

  override get(path: string, headers: Record<string, string> = {}) {
    return super.get(path, { 'x-forwarded-for': this.#address, ...headers })
  }

  override send(method: string, path: string, body: string, headers: Record<string, string>) {
    return super.send(method, path, body, { 'x-forwarded-for': this.#address, ...headers })
  }
}

/** At the desk, in a browser without scripts. */
async function atDesk(email: string, path: string, device: ReaderOptions['device'] = 'desktop') {
  const reader = await Reader.open(browser, town.site, { device, scripts: false })
  readers.push(reader)
  await reader.sitsDownAs(email)
  await reader.goes(path)
  return reader
}

const page = () => `/staff/petitions/${id}/anomalies`
const counted = (count: number) =>
  town.site.until(`${count} signatures`, async () => (await town.site.count(id)) === count, 60_000)

test('six residents sign, and then a program for a list of names', async () => {
  const empty = await atDesk('moderator@malva.example', page())
  await empty.sees('Звіту ще немає')
  for (let n = 1; n <= HONEST; n++) {
    const site = new SiteFrom(town.site.url, `198.51.100.${n}`)
    await new Resident(site, hero(n), heroEmail(n)).signs(id)
  }
  await counted(HONEST)
  for (let n = 0; n < STUFFED; n++) {
    const site = new SiteFrom(town.site.url, '203.0.113.7')
    const surname = `${'АБВГДЖЗКЛМНП'[n]}${'абвгджзклмнп'[n]}енко`
    await new Resident(site, { surname, givenName: 'Іван' }, `bot-${n}@postbot.example`).signs(id)
  }
  await counted(HONEST + STUFFED)
})

test('next morning the operator reads of it once, in a mail that names nobody', async () => {
  const hourLater = new Date(Date.parse(await town.site.now()) + 3_600_000).toISOString()
  await town.site.moveTo(hourLater)
  const morning = atHour(addDays(dayOf(hourLater), 1), 9)
  await town.site.moveTo(morning)
  await town.site.moveTo(new Date(Date.parse(morning) + 3_600_000).toISOString())
  const mail = await town.site.mail(OPERATOR, 'потрібна ваша увага')
  expect(mail.text).toContain(`У групах для перевірки: ${STUFFED} із ${HONEST + STUFFED}`)
  expect(mail.links).toContain(`${town.site.url}${page()}`)
  expect(mail.text).not.toMatch(/Іван|postbot|203\.0\.113/)
  expect(mail.html).toContain('Unusual signatures')
  expect(await town.site.mails(OPERATOR, 'потрібна ваша увага')).toHaveLength(1)
  for (const role of ['moderator', 'secretary', 'head']) {
    expect(await town.site.mails(`${role}@malva.example`, 'Огляд за')).toEqual([])
  }
})

test('the moderator sees charts and groups, and whose signatures would go', async () => {
  const queue = await atDesk('moderator@malva.example', '/staff')
  await queue.sees('Незвичні підписи')
  await queue.pictures('anomaly-queue-desktop')
  const reader = await atDesk('moderator@malva.example', page())
  await reader.reads('Аналіз підписів')
  await reader.sees(
    `${STUFFED} із ${HONEST + STUFFED} підписів`,
    'Одна адреса: 12 підписів',
    'Перш ніж анулювати',
  )
  await reader.page.getByRole('img', { name: 'Стовпчикова діаграма' }).waitFor()
  await reader.pictures('anomaly-desktop')
  await reader.page.setViewportSize({ width: 360, height: 740 })
  expect(await reader.overflows()).toBe(false)
  await reader.pictures('anomaly-phone')
  await reader.page.emulateMedia({ colorScheme: 'dark' })
  await reader.pictures('anomaly-phone-dark')
  await reader.page.setViewportSize({ width: 1280, height: 900 })
  await reader.pictures('anomaly-desktop-dark')

  const operator = await atDesk(OPERATOR, `/en${page()}`)
  await operator.sees('Analysis of signatures', 'Moderators, the council’s secretary and the head can annul')
  expect(await operator.page.getByRole('button', { name: 'Preview the annulment' }).count()).toBe(0)
})

test('the group is annulled; the count falls, and the log holds', async () => {
  const reader = await atDesk('moderator@malva.example', page())
  const group = reader.page.locator('li.anomaly', { hasText: 'Одна адреса: 12 підписів' })
  await group.getByRole('button', { name: 'Попередній перегляд анулювання' }).click()
  await reader.reads('Перевірте, чиї підписи анулюєте')
  await reader.sees('дані підписанта внесено автоматично')
  await reader.presses('Анулювати 12 підписів')
  await counted(HONEST)
  await reader.goes(page())
  expect(await reader.text()).toContain('Усі ці підписи вже анульовано.')
  await reader.presses('Оновити звіт')
  await reader.sees('Нічого незвичного', `Уже анульовано: ${STUFFED}`)
  expect(await (await atDesk('moderator@malva.example', '/staff')).text()).not.toContain('Незвичні підписи')

  const shell = await Shell.open()
  const command = (await town.site.get('/verify/viche.mjs')).text
  await writeFile(join(shell.home, 'viche.mjs'), command)
  const verified = await shell.runs([`node viche.mjs verify ${town.site.url}/petitions/${id}`])
  await shell.leaves()
  expect(verified.code, verified.said).toBe(0)
})
