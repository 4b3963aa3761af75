import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, endOfDay } from '../../shared/calendar/day'
import { deadlineOf } from '../support/journeys/petition-view'
import type { Resident } from '../support/journeys/resident'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { crossing, hearing, THRESHOLD } from '../support/journeys/wishes'

let town: Town
let author: Resident
let secretary: Staff
let head: Staff
let friday: Day

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  secretary = town.staff('secretary@malva.example')
  head = town.staff('head@malva.example')
  friday = await town.waitForFriday()
})
afterAll(() => town?.stop())

/** A petition that the council has begun to consider on Friday. */
async function considered(wish: typeof hearing): Promise<string> {
  const id = await author.submits(wish)
  await town.staff('moderator@malva.example').does(id, 'publish', {})
  await Promise.all(town.residents(1, THRESHOLD).map((resident) => resident.signs(id)))
  await town.settled()
  await head.does(id, 'transfer', {})
  await secretary.does(id, 'begin-consideration', {})
  return id
}

const reason = 'Громадські слухання призначено на 15 число; строк продовжено на час їх проведення.'

test('a petition that asks for hearings is extended by the head, with a reason that everybody sees', async () => {
  const id = await considered(hearing)
  const before = endOfDay(addDays(friday, 14))
  expect(deadlineOf(await secretary.sees(id), 'R13').due).toBe(before)
  const dueOn = addDays(friday, 42)
  const url = 'https://rada.malva.example/sluhannia'
  expect((await secretary.tries(id, 'extend', { dueOn, reason })).problem).toEqual([403, 'forbidden'])

  const extended = await head.does(id, 'extend', { dueOn, reason, url })
  expect(deadlineOf(extended, 'R13')).toMatchObject({
    status: 'open',
    due: endOfDay(dueOn),
    extension: { from: before, reason },
  })
  const mail = await town.mail(author.email, 'продовжено')
  for (const words of [reason, url, 'п. 15 Положення', 'R16']) expect(mail.text).toContain(words)
  await town.settled()
  const page = await author.reads(`/petitions/${id}`)
  for (const words of ['Автор просить провести громадські слухання', reason, 'Строк перенесено']) {
    expect(page).toContain(words)
  }

  await town.moveToHour(addDays(friday, 15), 10)
  expect(deadlineOf(await town.petition(id), 'R13').status).toBe('open')
  expect(await town.mails('head@malva.example', 'Прострочено')).toEqual([])
})

test('the new day has to be later than the old one and than today', async () => {
  const { items } = (await town.get('/api/v1/petitions')).accepted<{ items: { id: string }[] }>()
  const id = items[0]!.id
  for (const dueOn of [addDays(friday, 42), addDays(friday, 10), '2020-01-01']) {
    expect((await head.tries(id, 'extend', { dueOn, reason })).problem).toEqual([409, 'due-not-later'])
  }
  const nonsense = await head.tries(id, 'extend', { dueOn: '2027-02-30', reason })
  expect(nonsense.problem).toEqual([400, 'invalid-body'])
})

test('a petition that asks for no hearings is not extended', async () => {
  const id = await considered(crossing)
  const refused = await head.tries(id, 'extend', { dueOn: addDays(friday, 60), reason })
  expect(refused.problem).toEqual([409, 'hearing-not-asked'])
})
