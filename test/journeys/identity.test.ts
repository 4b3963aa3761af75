import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Reader, startBrowser } from '../support/journeys/reader'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'
import { type OpenIdProvider, startOpenIdProvider } from '../support/openid-provider'

let provider: OpenIdProvider
let town: Town
let browser: Browser
let petition: string

const oksana = { family_name: 'ШЕВЧЕНКО', given_name: 'ОКСАНА', middle_name: 'МИКОЛАЇВНА' }
const TAX_NUMBER = '3012345678'

beforeAll(async () => {
  ;[provider, browser] = await Promise.all([startOpenIdProvider(), startBrowser()])
  town = await Town.start(undefined, {
    OPENID_ISSUER: provider.issuer,
    OPENID_CLIENT_ID: provider.clientId,
    OPENID_CLIENT_SECRET: provider.clientSecret,
  })
  provider.expect(`${town.url}/identity/openid/callback`)
  await town.waitForFriday()
})
afterAll(async () => {
  await Promise.all([browser?.close(), town?.stop(), provider?.stop()])
})

test('the secretary lets people sign by both providers and by mail, for petitions to come', async () => {
  await accepts('byEmail', 'byOpenid', 'byIdGovUa')
  petition = await town.resident(0).submits(crossing)
  await town.staff('moderator@malva.example').does(petition, 'publish', {})
  await town.settled()
  expect((await town.petition(petition)).identities).toEqual(['email', 'openid', 'id-gov-ua'])
})

test('Oksana signs by an OpenID provider, without scripts, and has a receipt', async () => {
  provider.people.set('oksana', { ...oksana, drfocode: TAX_NUMBER })
  const reader = await Reader.open(browser, town, { scripts: false })
  await reader.goes(`/petitions/${petition}/sign`)
  await reader.pictures('identity-ways')
  await reader.follows('Через систему електронної ідентифікації')
  await reader.reads('Підписати з електронною ідентифікацією')
  await reader.pictures('identity-begin')
  await reader.page.getByLabel('Мені зрозуміло').check()
  await reader.presses('Перейти до ідентифікації')
  await reader.fills({ 'Хто ви?': 'oksana' })
  await reader.presses('Увійти')
  await reader.reads('Підтвердьте свій підпис')
  await reader.sees('Шевченко Оксана Миколаївна')
  await reader.pictures('identity-confirm')
  expect(reader.page.url()).not.toMatch(/code=|state=|3012345678/)
  await town.settled()
  expect((await town.petition(petition)).count).toBe(0)
  await reader.presses('Так, підписую петицію')
  await reader.reads('Дякуємо! Ваш підпис зараховано')
  await town.settled()
  await reader.follows('Отримати квитанцію')
  await reader.sees('Квитанція готова')
  await reader.leaves()
  expect((await town.petition(petition)).count).toBe(1)
})

test('by id.gov.ua she is the same person; somebody else signs there, with a plain profile', async () => {
  const again = await signsByIdGovUa({ РНОКПП: TAX_NUMBER })
  await again.reads('Ви вже підписали цю петицію')
  await again.leaves()
  const other = await signsByIdGovUa({ Прізвище: 'ЛУК’ЯНЕНКО', РНОКПП: '2987654321' })
  await other.reads('Дякуємо! Ваш підпис зараховано')
  expect(other.complaints.filter((one) => one.includes('Security Policy'))).toEqual([])
  await other.leaves()
  await town.resident(1).signs(petition)
  await town.settled()
  const { count, levels } = await town.petition(petition)
  expect([count, levels]).toEqual([3, { email: 1, openid: 1, 'id-gov-ua': 1 }])
  const shown = await town.get(`/api/v1/petitions/${petition}/count`)
  expect(shown.json<{ levels: unknown }>().levels).toEqual(levels)
})

test('who turns back, and whoever comes when it is down or encrypts, is told so and led another way', async () => {
  const back = await begins()
  await back.presses('Скасувати / Cancel')
  await back.reads('Ви не підтвердили особу')
  await back.follows('Спробувати ще раз')
  await back.reads('Підписати через id.gov.ua')
  await back.leaves()

  await mood({ encrypted: true })
  const unread = await signsByIdGovUa({ РНОКПП: '2000000001' }, false)
  await unread.reads('Не вдалося прочитати відповідь')
  await unread.pictures('identity-unreadable')
  await unread.follows('Електронною поштою')
  await unread.reads('Підписати петицію')
  await unread.leaves()
  await mood({ encrypted: false })

  const late = await begins()
  await mood({ down: true })
  await late.presses('Підтвердити / Confirm')
  await late.reads('Система ідентифікації не відповідає')
  await mood({ down: false })
  await late.leaves()
})

test('an answer of another browser, a repeated one and one that is made up sign nothing', async () => {
  const reader = await begins()
  const [answered] = await Promise.all([
    reader.page.waitForRequest((request) => request.url().includes('/identity/id-gov-ua/callback')),
    reader.presses('Підтвердити / Confirm'),
  ])
  await reader.reads('Підтвердьте свій підпис')
  const elsewhere = await town.get(answered.url().slice(town.url.length))
  expect([elsewhere.status, elsewhere.text.includes('identity-expired')]).toEqual([410, true])
  const confirm = reader.page.url()
  await reader.goes(answered.url())
  await reader.reads('Час на підтвердження минув')
  await reader.goes(confirm)
  await reader.presses('Не підписувати')
  await reader.reads(crossing.title)
  await reader.goes(confirm)
  await reader.reads('Час на підтвердження минув')
  await reader.leaves()
  const made = await town.get('/identity/openid/callback?code=x&state=AAAAAAAAAAAAAAAA')
  expect(made.status).toBe(410)
  const forged = await town.get('/identity/confirm?trip=AAAAAAAAAAAA', {
    cookie: 'identity-AAAAAAAAAAAA=x.y.z',
  })
  expect(forged.status).toBe(400)
})

test('table, mails and log hold neither number, subject nor token', async () => {
  const { db } = town.stack.platform
  const { Items = [] } = await db.send(new ScanCommand({ TableName: 'viche' }))
  const kept = JSON.stringify([Items, await town.get('/__local/mailbox', { accept: 'application/json' })])
  for (const secret of [TAX_NUMBER, '2987654321', 'oksana"', 'access_token'])
    expect(kept).not.toContain(secret)
  const signature = Items.find(({ pk, level }) => pk?.S?.startsWith('SIGNATURES#') && level?.S === 'openid')
  expect(Object.keys(signature ?? {}).sort()).toEqual([
    'confirmedAt',
    'givenName',
    'index',
    'level',
    'nameSalt',
    'patronymic',
    'personSalt',
    'pk',
    'sk',
    'surname',
  ])
})

test('where the council takes no mails, the form is gone and the API refuses', async () => {
  await accepts('byOpenid', 'byIdGovUa')
  const strict = await town
    .resident(2)
    .submits({ ...crossing, title: 'Відремонтувати міст через річку Мальву' })
  await town.staff('moderator@malva.example').does(strict, 'publish', {})
  await town.settled()
  const reader = await Reader.open(browser, town)
  await reader.goes(`/petitions/${strict}/sign`)
  await reader.sees('Рада приймає під цією петицією лише')
  expect(await reader.page.getByLabel('Електронна пошта').count()).toBe(0)
  await reader.leaves()
  expect((await town.resident(3).asksToSign(strict)).problem).toEqual([403, 'identity-not-accepted'])
})

/** The secretary ticks exactly these ways at the desk. */
async function accepts(...ways: readonly string[]): Promise<void> {
  const secretary = town.staff('secretary@malva.example')
  const page = await secretary.desk('/staff/settings/malva')
  const ticked = Object.fromEntries(ways.map((way) => [way, 'on']))
  const unit = { collectionUnit: 'calendar-days' }
  const saved = await town.press(page, 'Зберегти', { ...unit, ...ticked }, await secretary.credentials())
  expect(saved.headers.get('location')).toContain('done=changed')
}

/** At the demonstration of id.gov.ua, led there by the petition's page. */
async function begins(): Promise<Reader> {
  const reader = await Reader.open(browser, town)
  await reader.goes(`/petitions/${petition}/sign`)
  await reader.follows('Через id.gov.ua: Дія.Підпис, BankID, КЕП')
  await reader.page.getByLabel('Мені зрозуміло').check()
  await reader.presses('Перейти до id.gov.ua')
  await reader.sees('Демонстрація id.gov.ua')
  return reader
}

async function signsByIdGovUa(who: Record<string, string>, press = true): Promise<Reader> {
  const reader = await begins()
  await reader.fills(who)
  await reader.presses('Підтвердити / Confirm')
  if (press) await reader.presses('Так, підписую петицію')
  return reader
}

const mood = (how: Record<string, boolean>) =>
  town.send('PUT', '/__local/id-gov-ua', JSON.stringify(how), { 'content-type': 'application/json' })
