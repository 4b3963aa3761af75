import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '../../shared/calendar/day'
import { Reader, startBrowser } from '../support/journeys/reader'
import { TownProcess } from '../support/journeys/town-process'

// A secretary adds a passkey in a browser of her own and works with it.

let town: TownProcess
let browser: Browser
let secretary: Reader
beforeAll(async () => {
  ;[town, browser] = await Promise.all([TownProcess.start(), startBrowser()])
  secretary = await withAuthenticator()
})
afterAll(async () => {
  await browser?.close()
  await town?.stop()
})

/** A browser with an authenticator that recognises whoever holds it. */
async function withAuthenticator(): Promise<Reader> {
  const reader = await Reader.open(browser, town.site, { device: 'desktop' })
  const devtools = await reader.page.context().newCDPSession(reader.page)
  await devtools.send('WebAuthn.enable')
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return reader
}

const EMAIL = 'secretary@malva.example'

test('a mailed link adds the first key, and the key signs in by itself', async () => {
  await secretary.goes('/staff')
  await secretary.fills({ 'Електронна пошта': EMAIL })
  const { links } = await town.site.mailAfter(EMAIL, 'Вхід до робочого столу', async () => {
    await secretary.presses('Надіслати посилання')
  })
  await secretary.goes(links[0]!)
  await secretary.presses('Додати ключ і увійти')
  await secretary.reads('Черга')
  await secretary.presses('Вийти')
  await secretary.presses('Увійти ключем доступу')
  await secretary.reads('Черга')
})

test('what cannot be taken back asks for the key anew, and the form goes on', async () => {
  await secretary.goes('/staff/settings/malva')
  await town.site.moveTo(instantOf(Date.parse(await town.site.now()) + 11 * 60_000))
  await secretary.page.locator('main form button[type=submit]').first().click()
  await secretary.reads('Підтвердьте, що це ви')
  await secretary.presses('Підтвердити ключем і продовжити')
  await secretary.page.waitForURL(/\/staff\/settings\/malva\?done=/)
})

test('a copied cookie asks for the key where it was not begun', async () => {
  const [cookie] = await secretary.page.context().cookies()
  const stolen = { cookie: `${cookie!.name}=${cookie!.value}`, 'user-agent': 'Firefox/140.0' }
  const answer = await town.site.get('/api/v1/staff/session', stolen)
  expect(answer.problem).toEqual([401, 'reauthentication-required'])
})

test('the only key stays, and nothing was minded by the browser', async () => {
  await secretary.goes('/staff/security')
  await secretary.sees('Це єдиний ключ')
  await secretary.pictures('security')
  // The page that asked for the key came with 401, as it should.
  const minded = secretary.complaints.filter((line) => !line.includes('401'))
  expect(minded).toEqual([])
})
