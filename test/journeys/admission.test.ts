import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { Reader, startBrowser } from '../support/journeys/reader'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing } from '../support/journeys/wishes'

// Whom a layer of admission keeps waiting is told why, keeps what they typed, and has another way.

let town: TownProcess
let browser: Browser
let id: string

beforeAll(async () => {
  const settings = { LIMIT_NETWORK_PER_TEN_MINUTES: '3', POW_CALM_NETWORK: '1', POW_HARDEST: '4' }
  ;[town, browser] = await Promise.all([TownProcess.start({ settings }), startBrowser()])
  id = await new Resident(town.site, hero(0), heroEmail(0)).submits(crossing)
  await new Staff(town.site, 'moderator@malva.example').does(id, 'publish', {})
})
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

test('Oksana’s temporary mailbox is not taken; she gives another address and is sent the mail', async () => {
  const reader = await Reader.open(browser, town.site)
  await reader.goes(`/petitions/${id}/sign`)
  const { surname, givenName } = hero(1)
  await reader.fills({
    Прізвище: surname,
    'Ім’я': givenName,
    'Електронна пошта': 'oksana@box.mailinator.com',
  })
  await reader.page.getByLabel('Мені зрозуміло, які мої дані оприлюднять').check()
  const send = () => reader.page.getByRole('button', { name: 'Надіслати мені лист' }).click()
  await send()
  await reader.sees('Ця поштова скринька тимчасова')
  expect(await reader.page.inputValue('[name="person.surname"]')).toBe(surname)
  expect(await reader.overflows()).toBe(false)

  await reader.fills({ 'Електронна пошта': heroEmail(1) })
  await send()
  await reader.sees('Залишився один крок: відкрийте пошту')
  await town.site.mail(heroEmail(1), 'Підтвердьте підпис')
  await reader.leaves()
})

test('her neighbours fill the network; Taras reads why, how long it takes and what else he can do', async () => {
  ;(await new Resident(town.site, hero(2), heroEmail(2)).asksToSign(id)).accepted()
  const reader = await Reader.open(browser, town.site)
  await reader.goes(`/petitions/${id}/sign`)
  const { surname, givenName } = hero(3)
  await reader.fills({ Прізвище: surname, 'Ім’я': givenName, 'Електронна пошта': heroEmail(3) })
  await reader.page.getByLabel('Мені зрозуміло, які мої дані оприлюднять').check()
  await reader.page.getByRole('button', { name: 'Надіслати мені лист' }).click()
  await reader.sees('З вашої мережі зараз надто багато запитів', 'через іншу мережу')
  expect(await reader.text()).toMatch(/за \d+ хвилин/)
  expect(await reader.page.inputValue('[name="email"]')).toBe(heroEmail(3))
  await reader.leaves()
})
