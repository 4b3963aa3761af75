import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { eventsOf } from '../support/journeys/petition-view'
import { Reader, type ReaderOptions, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing, THRESHOLD } from '../support/journeys/wishes'

// Signatures that a program made are annulled after the threshold, and the council has to decide what follows. Each
// test goes on where the one before ended.

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string

const resident = (n: number) => new Resident(town.site, hero(n), heroEmail(n))
const nameOf = (n: number) => `${hero(n).surname} ${hero(n).givenName}`

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  id = await resident(0).submits(crossing)
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

async function opens(options?: ReaderOptions): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, options)
  readers.push(reader)
  return reader
}

/** At the petition's page of the desk; nothing of it needs scripts. */
async function atDesk(role: string, device: ReaderOptions['device'] = 'desktop'): Promise<Reader> {
  const reader = await opens({ device, scripts: false })
  await reader.sitsDownAs(`${role}@malva.example`)
  await reader.goes(`/staff/petitions/${id}`)
  return reader
}

async function unfolds(reader: Reader, action: string): Promise<void> {
  await reader.page.locator('details:not([open]) > summary', { hasText: action }).click()
}

/** Fills in the form of the desk and asks for the preview. */
async function asksToAnnul(reader: Reader, numbers: string, ground: string, explanation = ''): Promise<void> {
  const form = reader.page.locator('form[action$="/annul"]').first()
  await form.getByLabel('Номери підписів').fill(numbers)
  await form.getByLabel('Підстава анулювання').selectOption(ground)
  await form.getByLabel('Пояснення для підписантів').fill(explanation)
  await reader.presses('Переглянути перед анулюванням')
}

/** What the log has taken shows at the desk. */
async function untilInLog(reader: Reader): Promise<void> {
  await town.site.until('the annulments in the log', async () => {
    await reader.goes(`/staff/petitions/${id}`)
    return (await reader.text()).includes('Усі записано в журнал підписів')
  })
}

async function untilPublished(...words: string[]): Promise<string> {
  return town.site.until(`${words} on the page`, async () => {
    const page = await resident(0).reads(`/petitions/${id}`)
    return words.every((word) => page.includes(word)) && page
  })
}

const counted = (count: number) =>
  town.site.until(`${count} signatures`, async () => (await town.site.count(id)) === count)

test('ten sign, and the first leaves an address for the case of an annulment', async () => {
  const reader = await opens({ device: 'desktop' })
  await reader.goes(`/confirm?token=${await resident(1).tokenToSign(id)}`)
  await reader.presses('Так, підписую петицію')
  await reader.page.getByRole('link', { name: 'Завантажити квитанцію' }).waitFor()
  await reader.page.getByRole('checkbox').check()
  await town.site.mailAfter(heroEmail(1), 'Квитанція про підпис', () =>
    reader.presses('Надіслати квитанцію поштою'),
  )
  for (let n = 2; n <= THRESHOLD; n++) {
    await resident(n).signs(id)
    await counted(n)
  }
  await untilPublished('Необхідну кількість зібрано')
})

test('the moderator sees whose signatures would go, and annuls them', async () => {
  const reader = await atDesk('moderator')
  await unfolds(reader, 'Анулювати підписи')
  await reader.pictures('annul-form-desktop')
  await asksToAnnul(reader, '40', 'automated')
  await reader.sees('Підписів із такими номерами в переліку немає: 40.')
  await reader.pictures('annul-wrong-desktop')
  expect(reader.complaints.splice(0)).toEqual([expect.stringContaining('400 (Bad Request)')])

  await asksToAnnul(reader, '1, 3-4', 'automated', 'Підписи надійшли з програми.')
  await reader.reads('Перевірте, чиї підписи анулюєте')
  for (const n of [1, 3, 4]) await reader.sees(nameOf(n))
  expect(await reader.text()).not.toContain(nameOf(2))
  await reader.sees('Підписів стане менше, ніж потрібно')
  await reader.pictures('annul-preview-desktop')
  await reader.page.setViewportSize({ width: 360, height: 740 })
  expect(await reader.overflows()).toBe(false)
  await reader.pictures('annul-preview-phone')
  expect(await town.site.count(id)).toBe(THRESHOLD)

  await reader.page.setViewportSize({ width: 1280, height: 900 })
  await reader.presses('Анулювати 3 підписи')
  await reader.sees('Збережено.')
  await untilInLog(reader)
  await reader.pictures('annul-done-desktop')
  await counted(THRESHOLD - 3)
})

test('everybody reads how many, when and why; the list marks the names', async () => {
  await untilPublished('Анульовані підписи', 'Після анулювання підписів менше')
  const { annulments, shortfall, count, status } = await town.site.petition(id)
  // The log may take the rows of one act in several batches.
  expect(annulments.reduce((sum, line) => sum + line.number, 0)).toBe(3)
  expect([annulments[0]?.entries[0]?.from, annulments.at(-1)?.entries.at(-1)?.to]).toEqual([
    THRESHOLD,
    THRESHOLD + 2,
  ])
  expect([status, count, shortfall?.count]).toEqual(['threshold-reached', THRESHOLD - 3, THRESHOLD - 3])
  const checkpoint = (await town.site.get(`/log/${id}/checkpoint`)).text.split('\n')
  expect(Number(checkpoint[1])).toBe(THRESHOLD + 3)

  const reader = await opens({ device: 'phone' })
  await reader.goes(`/petitions/${id}`)
  await reader.sees('Анульовано 3 підписи', 'дані підписанта внесено автоматично')
  expect(await reader.overflows()).toBe(false)
  await reader.page.locator('section[aria-labelledby=annulments]').scrollIntoViewIfNeeded()
  await reader.pictures('ledger-phone')
  await town.site.until('the marks on the list', async () => {
    const { text } = await town.site.get(`/petitions/${id}/signers/1`)
    return text.match(/анульовано/g)?.length === 3
  })
  await reader.goes(`/petitions/${id}/signers/1`)
  await reader.pictures('signers-annulled-phone')
  const desktop = await opens({ device: 'desktop' })
  await desktop.goes(`/en/petitions/${id}`)
  await desktop.sees('Annulled signatures')
  await desktop.pictures('ledger-desktop-en')
})

test('the signer who left an address is told once, with the ground; nobody else is', async () => {
  const mail = await town.site.mail(heroEmail(1), 'Ваш підпис анульовано')
  for (const words of ['дані підписанта внесено автоматично', 'Підписи надійшли з програми.', 'до суду']) {
    expect(mail.text).toContain(words)
  }
  expect(await town.site.mails(heroEmail(1), 'анульовано')).toHaveLength(1)
  expect(await town.site.mails(heroEmail(3), 'анульовано')).toEqual([])
})

test('secretary and head are asked; the secretary returns the petition to collecting', async () => {
  for (const role of ['secretary', 'head']) {
    const mail = await town.site.mail(`${role}@malva.example`, 'підписів стало менше, ніж потрібно')
    expect(mail.text).toMatch(/тепер [7-9] підписів/)
  }
  const reader = await atDesk('secretary')
  await reader.goes('/staff')
  await reader.sees('Потрібне рішення')
  await reader.pictures('queue-decision-desktop')
  await reader.follows(`№ 1 ${crossing.title}`)
  await reader.sees('Підписів стало менше, ніж потрібно')
  await unfolds(reader, 'Повернути петицію до збору підписів')
  await reader.page.locator('#resume-collection-reason').fill('Підписів забагато анульовано.')
  await reader.pictures('decision-desktop')
  await reader.page.setViewportSize({ width: 360, height: 740 })
  expect(await reader.overflows()).toBe(false)
  await reader.pictures('decision-phone')
  await reader.presses('Повернути до збору')
  await reader.sees('Збережено.')

  const page = await untilPublished('Триває збір підписів')
  expect(page).toContain('Підписів забагато анульовано.')
  const petition = await town.site.petition(id)
  expect([petition.status, petition.thresholdReachedAt]).toEqual(['collecting', undefined])
  expect(petition.deadlines.filter(({ status }) => status === 'dropped').map(({ rule }) => rule)).toEqual([
    'R10',
    'R12',
  ])
  const mail = await town.site.mail(heroEmail(0), 'повернуто до збору підписів')
  expect(mail.text).toContain('> Підписів забагато анульовано.')
})

test('three more sign, and the threshold is reached anew', async () => {
  for (let n = 1; n <= 3; n++) {
    await resident(THRESHOLD + n).signs(id)
    await counted(THRESHOLD - 3 + n)
  }
  await untilPublished('Необхідну кількість зібрано')
  const petition = await town.site.petition(id)
  expect(eventsOf(petition, 'threshold-reached')).toHaveLength(2)
  const open = petition.deadlines.filter(({ status }) => status === 'open').map(({ rule }) => rule)
  expect(open.sort()).toEqual(['R10', 'R12'])
})

test('one more is annulled; the head lets consideration go on, and says why to everybody', async () => {
  const moderator = await atDesk('moderator')
  await unfolds(moderator, 'Анулювати підписи')
  await asksToAnnul(moderator, '2', 'own-request')
  await moderator.presses('Анулювати 1 підпис')
  await untilInLog(moderator)
  await counted(THRESHOLD - 1)

  const head = await atDesk('head')
  await town.site.until('the question', async () => {
    await head.goes(`/staff/petitions/${id}`)
    return (await head.text()).includes('Підписів стало менше')
  })
  await unfolds(head, 'Продовжити розгляд попри нестачу підписів')
  await head.page.locator('#keep-consideration-reason').fill('Підписант передумав після порогу.')
  await head.presses('Продовжити розгляд')
  await head.sees('Збережено.')
  expect(await head.text()).not.toContain('Підписів стало менше')

  await untilPublished('Підписант передумав після порогу.')
  await new Staff(town.site, 'secretary@malva.example').does(id, 'begin-consideration', {})
  const petition = await town.site.petition(id)
  expect([petition.status, petition.count, petition.shortfall]).toEqual([
    'consideration',
    THRESHOLD - 1,
    undefined,
  ])
  const reader = await opens({ device: 'desktop' })
  await untilPublished('На розгляді')
  await reader.goes(`/petitions/${id}`)
  await reader.page.locator('summary', { hasText: 'Журнал подій' }).click()
  await reader.pictures('annulment-journal-desktop')
})
