import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, addMonths, type Day, dayOf, endOfDay } from '../../shared/calendar/day'
import { textOf } from '../support/journeys/form'
import { deadlineOf, eventsOf, noticesOf } from '../support/journeys/petition-view'
import type { Resident } from '../support/journeys/resident'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { crossing, THRESHOLD } from '../support/journeys/wishes'
import { provenBy } from '../support/receipt'

// The main story, through the API and mail: each test goes on where the one before ended.

let town: Town
let author: Resident
let moderator: Staff
let secretary: Staff
let head: Staff
let friday: Day
let id: string

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  moderator = town.staff('moderator@malva.example')
  secretary = town.staff('secretary@malva.example')
  head = town.staff('head@malva.example')
  friday = await town.waitForFriday()
})
afterAll(() => town?.stop())

const publicAddresses = () => [
  `/api/v1/petitions/${id}`,
  `/api/v1/petitions/${id}/count`,
  `/petitions/${id}`,
  `/en/petitions/${id}`,
  `/petitions/${id}/sign`,
  `/petitions/${id}/signers/1`,
]
const statuses = () => Promise.all(publicAddresses().map(async (path) => (await town.get(path)).status))

test('an author submits; opening the mailed link changes nothing, its button does', async () => {
  const answer = await author.asksToSubmit(crossing)
  expect([answer.status, answer.json().status]).toEqual([202, 'unconfirmed'])
  id = answer.json<{ id: string }>().id
  const link = await author.linkTo('Підтвердьте подання')
  const page = await author.opensLink(link)
  expect(textOf(page.text)).toContain(crossing.title)
  await author.opensLink(link)
  await town.settled()
  expect(await town.mails('moderator@malva.example')).toEqual([])

  const done = await town.press(page, 'Так, подаю петицію')
  expect(textOf(done.text)).toContain('Петицію подано')
  const again = await town.press(page, 'Так, подаю петицію')
  expect(textOf(again.text)).toContain('Цю петицію вже подано')
})

test('the moderator hears of it and sees it at the desk with two working days left', async () => {
  const mail = await town.mail('moderator@malva.example', 'чекає на перевірку')
  expect(mail.subject).toContain(crossing.title)
  expect(mail.text).toContain('п. 6')
  expect(mail.text).toContain('R2')
  const desk = await moderator.readsDesk()
  expect(desk).toContain(crossing.title)
  expect(desk).toContain('залишилося 2 робочі дні')
  const petition = await moderator.sees(id)
  expect(petition.actions).toEqual(['publish', 'reject'])
  // Friday's event: Monday and Tuesday are the two working days.
  expect(deadlineOf(petition, 'R2')).toMatchObject({ due: endOfDay(addDays(friday, 4)), workingDaysLeft: 2 })
  await town.settled()
  expect(await town.mails('moderator@malva.example', 'чекає на перевірку')).toHaveLength(1)
})

test('until it is published nobody else sees it, signs it or finds it in the list', async () => {
  await town.settled()
  expect(await statuses()).toEqual(publicAddresses().map(() => 404))
  const { items } = (await town.get('/api/v1/petitions')).accepted<{ items: unknown[] }>()
  expect(items).toEqual([])
  const refused = await town.resident(1).asksToSign(id)
  expect(refused.problem).toEqual([409, 'petition-not-open'])
  for (const page of ['/', '/petitions', '/communities/malva', '/search/parts/0.json']) {
    expect((await town.get(page)).text).not.toContain(crossing.title)
  }
})

test('the moderator publishes: collection begins at once, and everybody may see it', async () => {
  const { status, publishedAt, closesOn, closesAt } = await moderator.does(id, 'publish', {})
  expect(status).toBe('collecting')
  expect(dayOf(publishedAt!)).toBe(friday)
  expect([closesOn, closesAt]).toEqual([addDays(friday, 60), endOfDay(addDays(friday, 60))])
  await town.settled()
  expect(await statuses()).toEqual(publicAddresses().map(() => 200))
  expect(await town.count(id)).toBe(0)
  for (const page of ['/', '/petitions', '/communities/malva', '/search/parts/0.json']) {
    expect((await town.get(page)).text).toContain(crossing.title)
  }
  const words = encodeURIComponent('пішохідні переходи')
  expect((await town.get(`/petitions/search?q=${words}&community=malva`)).text).toContain(crossing.title)
  expect((await town.mail(author.email, 'оприлюднено')).text).toContain('10')
  const again = await moderator.tries(id, 'publish', {})
  expect(again.problem).toEqual([409, 'wrong-status'])
})

test('a resident signs by the button behind the mailed link, and is counted with date and time', async () => {
  const olha = town.resident(1)
  await olha.asksToSign(id)
  const link = await olha.linkTo('Підтвердьте підпис')
  const page = await olha.opensLink(link)
  expect(textOf(page.text)).toContain(olha.name.surname)
  await olha.opensLink(link)
  await town.settled()
  expect(await town.count(id)).toBe(0)

  const before = await town.now()
  const signed = await town.press(page, 'Так, підписую петицію')
  expect(textOf(signed.text)).toContain('Дякуємо! Ваш підпис зараховано')
  await town.settled()
  expect(await town.count(id)).toBe(1)

  const token = new URL(link).searchParams.get('token')!
  const first = await olha.confirms(token)
  const { confirmedAt, id: signature } = first.json<{ confirmedAt: string; id: string }>()
  expect(first.status).toBe(200)
  expect(confirmedAt >= before && confirmedAt <= (await town.now())).toBe(true)
  expect((await olha.confirms(token)).json()).toEqual(first.json())
  const otherMail = await olha.confirms(await olha.tokenToSign(id))
  expect([otherMail.status, otherMail.json()]).toEqual([200, first.json()])
  expect(textOf((await town.press(page, 'Так, підписую петицію')).text)).toContain('Ви вже підписали')
  await town.settled()
  expect(await town.count(id)).toBe(1)
  const receipt = await town.get(`/api/v1/signatures/${signature}/receipt`)
  const { text: key } = await town.get('/log/verifier-key')
  const proven = await provenBy(receipt.text, [key])
  expect(proven).toMatchObject({ index: 0, origin: `${new URL(town.url).host}/log/${id}` })
  expect(proven.entry).toContain(`time ${confirmedAt.slice(0, 16)}Z`)
})

test('the threshold is reached exactly once, by the tenth, though several sign at the same moment', async () => {
  for (const resident of town.residents(2, THRESHOLD - 1)) await resident.signs(id)
  await town.settled()
  expect([await town.count(id), (await town.petition(id)).status]).toEqual([THRESHOLD - 1, 'collecting'])

  const crowd = town.residents(THRESHOLD, THRESHOLD + 5)
  const tokens = await Promise.all(crowd.map((resident) => resident.tokenToSign(id)))
  const answers = await Promise.all(crowd.map((resident, n) => resident.confirms(tokens[n]!)))
  expect(answers.map(({ status }) => status)).toEqual(crowd.map(() => 201))
  await town.settled()

  const petition = await town.petition(id)
  const reached = eventsOf(petition, 'threshold-reached')
  expect(reached.map(({ data }) => data)).toEqual([{ count: THRESHOLD }])
  const times = answers.map((answer) => answer.json<{ confirmedAt: string }>().confirmedAt)
  expect(times).toContain(petition.thresholdReachedAt)
  expect([petition.status, petition.count]).toEqual(['threshold-reached', THRESHOLD + 5])
  expect(await town.count(id)).toBe(THRESHOLD + 5)
  expect(petition.signable).toBe(true)
})

test('council and author are told, each once, and the evidence stands on the petition', async () => {
  for (const to of ['rada@malva.example', author.email]) {
    const mails = await town.mails(to, 'необхідну кількість підписів зібрано')
    expect([to, mails.length]).toEqual([to, 1])
    expect(mails[0]!.text).toMatch(/п\. 2 .*R7/)
    expect(mails[0]!.text).toContain('Regulation on e-petitions')
  }
  const told = noticesOf(await town.petition(id), 'threshold-reached')
  expect(told.map(({ to, status }) => [to, status])).toEqual([
    ['author', 'sent'],
    ['council', 'sent'],
  ])
  for (const { messageId, sentAt, attempts } of told) {
    expect([typeof messageId, typeof sentAt, attempts]).toEqual(['string', 'string', 1])
  }
})

test('the head transfers, the secretary begins consideration; nobody skips a step or takes another’s', async () => {
  expect((await secretary.tries(id, 'transfer', {})).problem).toEqual([403, 'forbidden'])
  expect((await head.tries(id, 'announce', {})).problem).toEqual([409, 'wrong-status'])
  const transferred = await head.does(id, 'transfer', {})
  expect(deadlineOf(transferred, 'R12')).toMatchObject({ status: 'met', due: endOfDay(addDays(friday, 3)) })
  expect(deadlineOf(transferred, 'R10')).toMatchObject({ status: 'open', due: endOfDay(addDays(friday, 5)) })

  await town.moveToHour(addDays(friday, 3), 11)
  const begun = await secretary.does(id, 'begin-consideration', {})
  expect(deadlineOf(begun, 'R10').status).toBe('met')
  // Ten working days from Monday end on the Monday two weeks later.
  expect(deadlineOf(begun, 'R13')).toMatchObject({ status: 'open', due: endOfDay(addDays(friday, 17)) })
  await town.mail(author.email, 'Розгляд петиції')
})

test('the head orders a draft decision, for which the council’s own term runs', async () => {
  const ordered = await head.does(id, 'order-draft', {})
  expect(deadlineOf(ordered, 'R14')).toMatchObject({ status: 'open', due: endOfDay(addDays(friday, 10)) })
  expect((await town.mail('secretary@malva.example', 'підготуйте проєкт')).text).toContain('п. 13')
  expect((await head.tries(id, 'order-draft', {})).problem).toEqual([409, 'already-done'])
})

test('the council decides; the outcome stays unsaid until the head announces it', async () => {
  await town.moveToHour(addDays(friday, 7), 15)
  const text = 'Рішення сесії № 12: облаштувати перехід до 1 вересня.'
  expect((await moderator.tries(id, 'decide', { outcome: 'supported', text })).problem).toEqual([
    403,
    'forbidden',
  ])
  await secretary.does(id, 'decide', { outcome: 'supported', text })
  await town.settled()
  expect((await town.petition(id)).outcome).toBeUndefined()
  expect(JSON.stringify(await town.petition(id))).not.toContain('"supported"')
  expect(await author.reads(`/petitions/${id}`)).not.toContain('Підтримано')
  expect((await secretary.tries(id, 'announce', {})).problem).toEqual([403, 'forbidden'])

  await head.does(id, 'announce', { statement: 'Петицію підтримано одноголосно.' })
  await town.settled()
  expect((await town.petition(id)).outcome).toBe('supported')
  expect((await town.mail(author.email, 'оголошено')).text).toContain('Підтримано')
})

const ANSWER = {
  text: 'Перехід облаштують до 1 вересня. <b>Дякуємо</b> всім, хто підписав.',
  reasons: 'Обстеження підтвердило: дорогу щодня переходять понад сто дітей.',
}

test('the answer is published and mailed with its reasons', async () => {
  await town.moveToHour(addDays(friday, 10), 12)
  const answered = await secretary.does(id, 'answer', ANSWER)
  expect(answered.status).toBe('answered')
  for (const rule of ['R2', 'R10', 'R12', 'R13', 'R14', 'R17', 'R18']) {
    expect([rule, deadlineOf(answered, rule).status]).toEqual([rule, 'met'])
  }
  const mail = await town.mail(author.email, 'Відповідь на петицію')
  for (const words of [ANSWER.text, ANSWER.reasons, 'п. 17', 'R18', 'R21']) expect(mail.text).toContain(words)
  expect(mail.html).toContain('&lt;b&gt;Дякуємо&lt;/b&gt;')
})

test('the public page, a file, shows all of it with the articles of the rules', async () => {
  await town.settled()
  const { headers, text } = await town.get(`/petitions/${id}`)
  expect(headers.get('etag')).toBeTruthy()
  expect(text).not.toContain('<b>Дякуємо</b>')
  const page = textOf(text)
  for (const words of [
    crossing.title,
    'З відповіддю',
    'Підтримано',
    ANSWER.text,
    ANSWER.reasons,
    'Перехід облаштують',
    'Петицію підтримано одноголосно.',
    'Зібрано необхідну кількість підписів',
    'Петицію передано на розгляд',
    'Оприлюднено повідомлення про початок розгляду',
    ...['6', '11', '12', '16', '17'].map((item) => `п. ${item} Положення про електронні петиції`),
    ...['R2', 'R10', 'R12', 'R13', 'R17', 'R18'].map((rule) => `(${rule})`),
  ]) {
    expect(page).toContain(words)
  }
  expect(textOf((await town.get(`/en/petitions/${id}`)).text)).toContain('item 17 of the Regulation')
})

test('the list of signers names those who signed and nothing else about them', async () => {
  const { text } = await town.get(`/petitions/${id}/signers/1`)
  for (const { name, email } of town.residents(1, THRESHOLD + 5)) {
    expect(text).toContain(`${name.surname} ${name.givenName}`)
    expect(text).not.toContain(email)
  }
  expect(text).toContain('noindex')
})

test('nothing private is in any public file or answer', async () => {
  const answers = await Promise.all(publicAddresses().map((path) => town.get(path)))
  for (const { text } of answers) {
    for (const secret of ['literature.example', 'malva-secretary', 'malva-head', 'personSalt']) {
      expect(text).not.toContain(secret)
    }
  }
})

test('three years later it is archived, with its count and dates kept', async () => {
  const kept = addMonths(friday, 36)
  await town.moveToHour(kept, 22)
  expect((await town.petition(id)).status).toBe('answered')
  await town.moveToHour(addDays(kept, 1), 1)
  const { status, count, publishedAt, closesOn, answer } = await town.petition(id)
  expect([status, count, closesOn]).toEqual(['archived', THRESHOLD + 5, addDays(friday, 60)])
  expect([dayOf(publishedAt!), answer?.text]).toEqual([friday, ANSWER.text])
  const page = await author.reads(`/petitions/${id}`)
  for (const words of ['Архів', '15 підписів', ANSWER.text]) expect(page).toContain(words)
})

test('and the names of signers are erased, of which the log says so; the number stays', async () => {
  const signed = THRESHOLD + 5
  await town.settled()
  const { namesErasedAt, count, log, events } = await town.petition(id)
  expect([namesErasedAt !== undefined, count, log?.size]).toEqual([true, signed, 2 * signed])
  expect(events.at(-1)).toMatchObject({ type: 'names-erased', data: { number: signed } })
  expect(await town.count(id)).toBe(signed)
  const { text } = await town.get(`/petitions/${id}/signers/1`)
  for (const { name } of town.residents(1, signed)) {
    expect(text).not.toContain(`${name.surname} ${name.givenName}`)
  }
  expect(text).toContain('Строк зберігання імен минув')
  expect((await town.get(`/log/${id}/names/0`)).text).toContain('{"index":0,"erased":true}')
  expect(await author.reads(`/petitions/${id}`)).toContain('Імена підписантів вилучено (15 підписів)')
})
