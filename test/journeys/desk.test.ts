import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { TownProcess } from '../support/journeys/town-process'
import { shelter } from '../support/journeys/wishes'

// Two who check the same petition, a session that ends in the middle of a form, and a desk without a mouse; no scripts.

let town: TownProcess
let browser: Browser
let readers: Reader[] = []
let id: string

const MODERATOR = 'moderator@malva.example'
const EDITOR = 'editor@kalynovyi-mist.example'
const EXPLANATION = 'У тексті не названо, що саме пропонує автор.'

beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(shelter)
})
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})
afterEach(async () => {
  await Promise.all(readers.map((reader) => reader.leaves()))
  readers = []
})

async function atDesk(email: string): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, { device: 'phone', scripts: false })
  readers.push(reader)
  await reader.sitsDownAs(email)
  return reader
}

async function fillsRefusal(reader: Reader): Promise<void> {
  await reader.page.locator('summary', { hasText: 'Відмовити в оприлюдненні' }).click()
  await reader.page.getByLabel('у петиції не викладено суть звернення').check()
  await reader.page.getByLabel('Пояснення для автора').fill(EXPLANATION)
}

test('a refusal is not lost though the session ended while it was written', async () => {
  const moderator = await atDesk(MODERATOR)
  await moderator.goes(`/staff/petitions/${id}`)
  await fillsRefusal(moderator)
  await town.site.moveTo(new Date(Date.parse(await town.site.now()) + 5 * 3_600_000).toISOString())
  await moderator.presses('Переглянути лист авторові')
  await moderator.sees('Введене збережено на годину')
  await moderator.pictures('desk-session-ended-phone')
  await moderator.sitsDownAs(MODERATOR)
  await moderator.goes('/staff/kept')
  await moderator.reads('Ваша форма чекає')
  await moderator.sees(EXPLANATION)
  await moderator.presses('Надіслати форму')
  await moderator.reads('Перевірте відмову перед надсиланням')
  await moderator.pictures('desk-refusal-preview-phone')
  expect(await moderator.overflows()).toBe(false)
})

test('two have the same petition open: the second is told what the first did, and loses no word', async () => {
  const moderator = await atDesk(MODERATOR)
  const editor = await atDesk(EDITOR)
  await editor.goes(`/staff/petitions/${id}`)
  await moderator.goes(`/staff/petitions/${id}`)
  await moderator.sees('також переглядає: Редактор ГО')
  await fillsRefusal(moderator)
  await editor.presses('Оприлюднити петицію')
  await editor.sees('Збережено.')
  await moderator.presses('Переглянути лист авторові')
  await moderator.sees('хтось уже діяв', 'Редактор ГО', 'Петицію оприлюднено')
  await moderator.pictures('desk-two-at-once-phone')
  expect(await moderator.page.locator('textarea[readonly]').last().inputValue()).toBe(EXPLANATION)
})

test('the desk is worked by keyboard alone', async () => {
  const moderator = await atDesk(MODERATOR)
  await moderator.goes('/staff')
  const { page } = moderator
  const tabsTo = async (name: string) => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab')
      if (
        (
          await page
            .locator(':focus')
            .innerText()
            .catch(() => '')
        ).includes(name)
      )
        return
    }
    throw new Error(`no way by keyboard to «${name}»`)
  }
  await tabsTo('Довідка')
  await page.keyboard.press('Enter')
  await moderator.reads('Перші десять хвилин')
  await tabsTo('Черга')
  await page.keyboard.press('Enter')
  await moderator.reads('Черга')
  await tabsTo(shelter.title)
  await page.keyboard.press('Enter')
  await moderator.reads(shelter.title)
  await tabsTo('Хто що зробив')
  await page.keyboard.press('Enter')
  await moderator.sees('Редактор ГО')
})
