import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { HttpSource } from '../../verifier/command/http-source'
import { nodeTools } from '../../verifier/command/node-tools'
import { verifyLog } from '../../verifier/verify-log'
import type { Answer } from '../support/journeys/answer'
import { textOf } from '../support/journeys/form'
import { tokenOf } from '../support/journeys/resident'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'

// Motria signs, thinks better of it, and wants to know what the site has of her. Each test goes on where the one before
// ended.

let town: Town
let id: string
let cookie = ''

const MOTRIA = 1
const NEIGHBOUR = 2
const nameOf = (n: number) => `${hero(n).surname} ${hero(n).givenName}`

beforeAll(async () => {
  town = await Town.start()
  id = await town.resident(0).submits(crossing)
  await town.staff('moderator@malva.example').does(id, 'publish', {})
})
afterAll(() => town?.stop())

/** Asks for a link on the page, opens it from the mail, and presses its button. @returns the cookie of the open page */
async function opensOwnPage(email: string): Promise<string> {
  const mail = await town.mailAfter(email, 'Ваші підписи й дані', async () => {
    const asked = await town.press(await town.get('/me'), 'Надіслати посилання', { email })
    expect(textOf(asked.text)).toContain('Перевірте пошту')
  })
  const entered = await town.press(await town.get(mail.links[0]!), 'Відкрити мою сторінку')
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/me'])
  return (entered.headers.get('set-cookie') ?? '').split(';')[0]!
}

const reads = (path: string): Promise<Answer> => town.get(path, { cookie })
const presses = (page: Answer, button: string) => town.press(page, button, {}, { cookie })

const counted = (count: number) =>
  town.until(`${count} signatures`, async () => (await town.count(id)) === count)

test('she signs, asks for news, and sees the signature on a page that needs no account', async () => {
  for (const n of [MOTRIA, NEIGHBOUR]) {
    const link = await town.resident(n).tokenToSign(id)
    const page = await town.get(`/confirm?token=${link}`)
    const signed = await town.press(page, 'Так, підписую петицію', { updates: 'on' })
    expect(signed.text).toContain('href="/me"')
    await counted(n)
  }
  cookie = await opensOwnPage(heroEmail(MOTRIA))
  const page = textOf((await reads('/me')).text)
  expect(page).toContain(crossing.title)
  expect(page).toContain('Зараз під петицією: 2 підписи')
  expect(page).not.toContain('Підпис не враховується')
})

test('the link works once, and its address is no use to anybody else', async () => {
  const { links } = await town.mail(heroEmail(MOTRIA), 'Ваші підписи й дані')
  const again = await town.press(await town.get(links[0]!), 'Відкрити мою сторінку')
  expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null])
  expect(tokenOf(links[0])).toBeTruthy()
  const [, receipt] = /href="(\/receipt\?id=[^"]+)"/.exec((await reads('/me')).text) ?? []
  expect((await town.get(receipt!)).text).toContain('Завантажити квитанцію')
})

test('whoever signed nothing sees nothing of hers', async () => {
  const other = await opensOwnPage('stranger@malva.example')
  for (const path of ['/me', '/me/data', '/me/data.json', '/me/erase']) {
    const { text } = await town.get(path, { cookie: other })
    expect(text).not.toContain(id)
    expect(text).not.toContain(hero(MOTRIA).surname)
  }
  expect((await town.get(`/me/withdraw?petition=${id}`, { cookie: other })).status).toBe(404)
})

test('she withdraws: the count falls, the log says by whom, and a mail tells her', async () => {
  const asked = await reads(`/me/withdraw?petition=${id}`)
  expect(textOf(asked.text)).toContain('Підписати цю петицію ще раз ви не зможете')
  const done = await presses(asked, 'Так, відкликати мій підпис')
  expect(textOf(done.text)).toContain('Підпис відкликано')
  await counted(1)
  const mail = await town.mail(heroEmail(MOTRIA), 'Ваш підпис відкликано')
  expect(mail.text).toContain('Підстава анулювання: відкликано підписантом')
  expect(await town.mails(heroEmail(NEIGHBOUR), 'відкликано')).toEqual([])
  await town.until('the ledger on the page', async () =>
    textOf((await town.get(`/petitions/${id}`)).text).includes('відкликано підписантом'),
  )
  // Nor can she sign again, by a new link or an old one.
  expect((await town.resident(MOTRIA).confirms(await town.resident(MOTRIA).tokenToSign(id))).status).toBe(200)
  await town.settled()
  expect(await town.count(id)).toBe(1)
})

test('she ends the news, takes the file, and has erased what may go; the log still verifies', async () => {
  const stopped = await presses(await reads('/me'), 'Не писати мені')
  expect(stopped.headers.get('location')).toBe('/me?done=stopped')
  const file = (await reads('/me/data.json')).accepted<{
    signatures: { name?: string; annulled?: { ground: { label: string } } }[]
    news: unknown[]
  }>()
  expect(file.signatures).toHaveLength(1)
  expect(file.signatures[0]?.name).toContain(nameOf(MOTRIA))
  expect(file.signatures[0]?.annulled?.ground.label).toBe('відкликано підписантом')
  expect(file.news).toEqual([])

  const plan = await reads('/me/erase')
  expect(textOf(plan.text)).toContain('Ім’я в переліку тих, хто підписав (підпис відкликано)')
  const erased = await presses(plan, 'Стерти')
  expect(textOf(erased.text)).toContain('Дані стерто')
  await town.until('the list without her name', async () => {
    const { text } = await town.get(`/petitions/${id}/signers/1`)
    return !text.includes(hero(MOTRIA).surname) && text.includes(hero(NEIGHBOUR).surname)
  })
  await town.settled()
  const { verdict, findings } = await verifyLog(new HttpSource(town.url), nodeTools, { petitionId: id })
  expect([verdict, findings.filter(({ status }) => status === 'failed')]).toEqual(['holds', []])
})

test('the table has nothing that leads from her to anything', async () => {
  const { platform, environments } = town.stack
  const all = new ScanCommand({ TableName: environments.residents.TABLE_NAME, ConsistentRead: true })
  const { Items = [] } = await platform.db.send(all)
  const text = JSON.stringify(Items)
  expect(text).not.toContain(heroEmail(MOTRIA))
  expect(text).not.toContain(nameOf(MOTRIA))
  expect(text).not.toContain(hero(MOTRIA).surname)
  const kinds = new Set(Items.map(({ pk }) => pk?.S?.split('#')[0]))
  expect([...kinds].filter((kind) => /SESSION|RESIDENT|PERSON/.test(kind ?? ''))).toEqual([])
})
