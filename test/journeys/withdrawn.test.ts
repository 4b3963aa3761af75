import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '../../shared/calendar/day'
import { textOf } from '../support/journeys/form'
import { type Resident, tokenOf } from '../support/journeys/resident'
import { Town } from '../support/journeys/town'
import { crossing, hearing } from '../support/journeys/wishes'

let town: Town
let author: Resident
let petition: string
let other: string
let authorLink: string
let mailed: string

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  await town.waitForFriday()
  petition = await author.submits(crossing)
  authorLink = await author.linkToOwnPage(crossing.title)
  other = await author.submits(hearing)
  for (const id of [petition, other]) await town.staff('moderator@malva.example').does(id, 'publish', {})
  mailed = await town.resident(2).tokenToSign(petition)
  await town.settled()
})
afterAll(() => town?.stop())

const signer = () => town.resident(1)

test('the author’s page tells where the petition stands; reading it changes nothing', async () => {
  const page = await author.opensLink(authorLink)
  expect(page.status).toBe(200)
  expect(textOf(page.text)).toContain(crossing.title)
  expect(page.headers.get('cache-control')).toBe('no-store')
  const asked = await town.press(page, 'Відкликати петицію')
  expect(textOf(asked.text)).toContain('Справді відкликати петицію?')
  expect((await town.petition(petition)).status).toBe('collecting')
})

test('its button withdraws: the public sees it, the council is told', async () => {
  await signer().signs(petition)
  await town.settled()
  const page = await town.press(await author.opensLink(authorLink), 'Відкликати петицію')
  const done = await town.press(page, 'Так, відкликати')
  expect([done.status, textOf(done.text).includes('Петицію відкликано')]).toEqual([200, true])
  await town.settled()
  const { status, count, signable } = await town.petition(petition)
  expect([status, count, signable]).toEqual(['withdrawn', 1, false])
  expect(await author.reads(`/petitions/${petition}`)).toContain('Автор відкликав петицію')
  expect(await town.mails('rada@malva.example', 'відкликано')).toHaveLength(1)
  const twice = await town.press(page, 'Так, відкликати')
  expect(twice.status).toBe(409)
})

test('whoever holds a mail from before is told clearly, on the page and by code', async () => {
  expect((await town.resident(2).confirms(mailed)).problem).toEqual([409, 'petition-withdrawn'])
  const page = await town.get(`/confirm?token=${mailed}`)
  expect([page.status, textOf(page.text).includes('Відкликано автором')]).toEqual([409, true])
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const pressed = await town.send('POST', '/confirm', `token=${mailed}`, type)
  expect(pressed.status).toBe(409)
  for (const words of ['Відкликано автором', 'petition-withdrawn']) {
    expect(textOf(pressed.text)).toContain(words)
  }
  expect((await town.resident(3).asksToSign(petition)).problem).toEqual([409, 'petition-withdrawn'])
  expect(await town.count(petition)).toBe(1)
})

test('broken, forged and foreign tokens do nothing', async () => {
  const own = await town.resident(4).tokenToSign(other)
  const [header, key, iv, text, tag] = own.split('.')
  const tokens = [
    'x',
    own.slice(0, -1),
    `${own}A`,
    [header, key, iv, `A${text!.slice(1)}`, tag].join('.'),
    [header, key, iv, text, tag!.split('').reverse().join('')].join('.'),
    'eyJhbGciOiJub25lIn0.eyJsaW5rIjp7InB1cnBvc2UiOiJzaWduIn19.',
    tokenOf(authorLink),
    tokenOf(await author.linkTo('Підтвердьте подання')),
    await town.staff('moderator@malva.example').askForLink(),
  ]
  for (const token of tokens) {
    expect((await town.resident(4).confirms(token)).problem).toEqual([400, 'token-invalid'])
  }
  for (const token of tokens.slice(0, 6)) {
    const page = await town.get(`/confirm?token=${encodeURIComponent(token)}`)
    expect([page.status, page.text.includes('token-invalid')]).toEqual([400, true])
    expect((await town.get(`/author?token=${encodeURIComponent(token)}`)).status).toBe(400)
  }
  const foreign = await town.get(`/author?token=${own}`)
  expect([foreign.status, textOf(foreign.text).includes('Це посилання пошкоджене')]).toEqual([400, true])
  await town.settled()
  expect(await town.count(other)).toBe(0)
})

test('a link works for three days and then says that it has expired', async () => {
  const resident = town.resident(5)
  const token = await resident.tokenToSign(other)
  const early = await town.resident(6).tokenToSign(other)
  const asked = Date.parse(await town.now())
  await town.moveTo(instantOf(asked + 71 * 3_600_000))
  expect((await town.resident(6).confirms(early)).status).toBe(201)
  await town.moveTo(instantOf(asked + 73 * 3_600_000))
  expect((await resident.confirms(token)).problem).toEqual([410, 'token-expired'])
  const page = await town.get(`/confirm?token=${token}`)
  expect([page.status, textOf(page.text).includes('Строк дії посилання минув')]).toEqual([410, true])
  await town.settled()
  expect(await town.count(other)).toBe(1)
})
