import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, endOfDay } from '../../shared/calendar/day'
import { deadlineOf, eventsOf, noticesOf } from '../support/journeys/petition-view'
import type { Resident } from '../support/journeys/resident'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { shelter, THRESHOLD } from '../support/journeys/wishes'

let town: Town
let author: Resident
let editor: Staff
let secretary: Staff
let head: Staff
let friday: Day
let id: string

const COUNCIL = 'rada@malva.example'
const NGO = 'info@kalynovyi-mist.example'

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  editor = town.staff('editor@kalynovyi-mist.example')
  secretary = town.staff('secretary@malva.example')
  head = town.staff('head@malva.example')
  friday = await town.waitForFriday()
  id = await author.submits(shelter)
})
afterAll(() => town?.stop())

test('the NGO’s editor checks and publishes what is collected on the NGO’s site', async () => {
  await town.mail('editor@kalynovyi-mist.example', 'чекає на перевірку')
  expect((await town.staff('editor@kalynovyi-mist.example').sees(id)).actions).toEqual(['publish', 'reject'])
  const { host } = await editor.does(id, 'publish', {})
  expect(host).toMatchObject({ id: 'kalynovyi-mist', kind: 'ngo' })
})

test('before the threshold the council owes nothing', async () => {
  expect((await secretary.tries(id, 'begin-consideration', {})).problem).toEqual([409, 'wrong-status'])
})

test('at the threshold the council receives everything that item 10 names', async () => {
  const residents = town.residents(1, THRESHOLD)
  for (const resident of residents) await resident.signs(id)
  const { text, links } = await town.mail(COUNCIL, 'Дані петиції')
  for (const words of [
    shelter.title,
    'Дата початку збору',
    'Дата надсилання',
    'Загальна кількість підписів: 10 підписів',
    'Строк збору підписів: 60 календарних днів',
    'ГО «Калиновий міст»',
    NGO,
    'п. 10 Положення про електронні петиції',
    'R9',
  ]) {
    expect(text).toContain(words)
  }
  const signers = links.find((link) => link.includes('/signers'))!
  // The mail may be quicker than the list, which follows the count.
  await town.until('the list with everybody on it', async () => {
    const list = await town.get(signers)
    expect(list.status).toBe(200)
    return residents.every(({ name }) => list.text.includes(`${name.surname} ${name.givenName}`))
  })
})

test('the dispatch is evidence on the petition, and the council’s two working days run from it', async () => {
  await town.settled()
  const petition = await town.petition(id)
  const [dispatched, ...more] = eventsOf(petition, 'dispatched')
  expect(more).toEqual([])
  const [dossier] = noticesOf(petition, 'dossier')
  expect(dossier).toMatchObject({ to: 'council', status: 'sent', rule: 'R9' })
  expect(dispatched!.data.messageId).toBe(dossier!.messageId)
  expect(deadlineOf(petition, 'R9').status).toBe('met')
  expect(deadlineOf(petition, 'R11')).toMatchObject({
    status: 'open',
    openedAt: dispatched!.at,
    due: endOfDay(addDays(friday, 4)),
  })
  expect(petition.deadlines.map(({ rule }) => rule)).not.toContain('R10')
  expect(await town.mails(COUNCIL, 'Дані петиції')).toHaveLength(1)
  expect(await town.mails(NGO, 'необхідну кількість підписів зібрано')).toHaveLength(1)
  expect(await author.reads(`/petitions/${id}`)).toContain('Дані петиції надіслано раді')
})

test('the council takes it from there; the editor has no part in it', async () => {
  expect((await editor.tries(id, 'begin-consideration', {})).problem).toEqual([403, 'forbidden'])
  await head.does(id, 'transfer', {})
  const begun = await secretary.does(id, 'begin-consideration', {})
  expect(deadlineOf(begun, 'R11').status).toBe('met')
  for (const to of [author.email, NGO]) {
    expect((await town.mail(to, 'Розгляд петиції')).text).toContain('R11')
  }
})

test('the answer goes in writing to the author and to the NGO', async () => {
  await secretary.does(id, 'decide', { outcome: 'not-supported', text: 'Рішення сесії № 14.' })
  await head.does(id, 'announce', {})
  const answer = { text: 'Приміщень немає.', reasons: 'Усі приміщення громади орендовано до кінця року.' }
  await secretary.does(id, 'answer', answer)
  for (const to of [author.email, NGO]) {
    const { text } = await town.mail(to, 'Відповідь на петицію')
    for (const words of [answer.text, answer.reasons, 'Не підтримано', 'R18']) expect(text).toContain(words)
  }
  await town.settled()
  const copies = noticesOf(await town.petition(id), 'answered')
  expect(copies.map(({ to, status }) => [to, status])).toEqual([
    ['author', 'sent'],
    ['ngo', 'sent'],
  ])
  expect(await town.mails(NGO, 'Відповідь на петицію')).toHaveLength(1)
})
