import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, atHour, type Day, endOfDay, instantOf } from '../../shared/calendar/day'
import { deadlineOf, eventsOf } from '../support/journeys/petition-view'
import type { Resident } from '../support/journeys/resident'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'

// A petition submitted on Friday has to be checked by the end of Tuesday. Nobody does.

let town: Town
let author: Resident
let friday: Day
let id: string

const MODERATOR = 'moderator@malva.example'
const ESCALATION = ['head@malva.example', 'rada@malva.example', 'operator@viche.example']

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  friday = await town.waitForFriday()
  id = await author.submits(crossing)
})
afterAll(() => town?.stop())

const due = () => endOfDay(addDays(friday, 4))
const reminders = async () => (await town.mails(MODERATOR, 'Нагадування')).length
const moderatorSees = () => town.staff(MODERATOR).sees(id)

test('a reminder comes on the morning of the working day before, once', async () => {
  await town.moveToHour(addDays(friday, 3), 8)
  expect(await reminders()).toBe(0)
  await town.moveToHour(addDays(friday, 3), 9)
  expect(await reminders()).toBe(1)
  await town.moveToHour(addDays(friday, 3), 18)
  expect(await reminders()).toBe(1)
  const { text } = await town.mail(MODERATOR, 'Нагадування')
  expect(text).toContain('Перевірити петицію'.toLowerCase().slice(0, 9))
  expect(text).toContain('R2')
})

test('another comes on the morning of the day itself, once', async () => {
  await town.moveToHour(addDays(friday, 4), 9)
  expect(await reminders()).toBe(2)
  await town.moveToHour(addDays(friday, 4), 23)
  expect(await reminders()).toBe(2)
})

test('it is not overdue before its due instant, and is from then on', async () => {
  await town.moveTo(instantOf(Date.parse(due()) - 60_000))
  expect(deadlineOf(await moderatorSees(), 'R2').status).toBe('open')
  expect(eventsOf(await moderatorSees(), 'overdue')).toEqual([])
  await town.moveTo(instantOf(Date.parse(due()) + 1))
  const petition = await moderatorSees()
  expect(deadlineOf(petition, 'R2').status).toBe('overdue')
  expect(eventsOf(petition, 'overdue').map(({ at }) => at)).toEqual([due()])
})

test('it is escalated by mail to the head, the council and the operator, each once', async () => {
  for (const to of [MODERATOR, ...ESCALATION]) {
    const mails = await town.mails(to, 'Прострочено')
    expect([to, mails.length]).toEqual([to, 1])
    expect(mails[0]!.text).toContain('п. 6 Положення про електронні петиції')
  }
  await town.moveToHour(addDays(friday, 7), 12)
  for (const to of [MODERATOR, ...ESCALATION]) {
    expect([to, (await town.mails(to, 'Прострочено')).length]).toEqual([to, 1])
  }
  expect(await reminders()).toBe(2)
  expect(await town.staff(MODERATOR).readsDesk()).toContain('Прострочено')
})

test('done late, it is shown as done late to everybody', async () => {
  const petition = await town.staff(MODERATOR).does(id, 'publish', {})
  expect(deadlineOf(petition, 'R2').status).toBe('met-late')
  await town.settled()
  const page = await author.reads(`/petitions/${id}`)
  expect(page).toContain('Виконано із запізненням')
  expect(page).toContain('Строк виконання прострочено')
})

test('what the council owes turns overdue on the public page at the due instant', async () => {
  const signers = town.residents(1, 10)
  await Promise.all(signers.map((resident) => resident.signs(id)))
  await town.settled()
  const r12 = deadlineOf(await town.petition(id), 'R12')
  expect(r12.due).toBe(endOfDay(addDays(friday, 10)))
  await town.moveTo(instantOf(Date.parse(r12.due) - 60_000))
  expect(await author.reads(`/petitions/${id}`)).not.toMatch(/Прострочено Відповідальний: голова/)
  await town.moveTo(instantOf(Date.parse(r12.due) + 1))
  expect(deadlineOf(await town.petition(id), 'R12').status).toBe('overdue')
  expect(await author.reads(`/petitions/${id}`)).toMatch(/Прострочено на 1 день Відповідальний: голова/)
  expect((await town.mails('head@malva.example', 'Прострочено')).length).toBe(2)
  expect((await town.now()) < atHour(addDays(friday, 11), 1)).toBe(true)
})
