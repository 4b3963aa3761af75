import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeHandlers } from '../../infra/local/compose'
import type { ComposeHandlers } from '../../infra/local/handlers'
import { addDays, addMonths, type Day, endOfDay, instantOf, weekdayOf } from '../../shared/calendar/day'
import { deadlineOf, eventsOf } from '../support/journeys/petition-view'
import type { Resident } from '../support/journeys/resident'
import { Town } from '../support/journeys/town'
import { crossing, hearing, THRESHOLD } from '../support/journeys/wishes'

// Two petitions whose term ends on the same day: one falls short, the other gets its last signature in time,
// but the stream does not tell of it.

let town: Town
let author: Resident
let closesOn: Day
let short: string
let justEnough: string
let late: string
let deaf = false

/** The product's own handlers; while `deaf`, the sequencer lets the stream's records go by. */
const handlers: ComposeHandlers = (platform, environments) => {
  const composed = composeHandlers(platform, environments)
  const sequence: typeof composed.sequence = async (event) =>
    deaf ? { batchItemFailures: [] } : composed.sequence(event)
  return { ...composed, sequence }
}

beforeAll(async () => {
  town = await Town.start(handlers)
  author = town.resident(0)
  const friday = await town.waitForFriday()
  closesOn = addDays(friday, 60)
  short = await author.submits(crossing)
  justEnough = await author.submits(hearing)
  const moderator = town.staff('moderator@malva.example')
  for (const id of [short, justEnough]) await moderator.does(id, 'publish', {})
  await Promise.all(town.residents(1, 3).map((resident) => resident.signs(short)))
  await Promise.all(town.residents(1, THRESHOLD - 1).map((resident) => resident.signs(justEnough)))
  await town.settled()
})
afterAll(() => town?.stop())

const lastMoment = () => Date.parse(endOfDay(closesOn))

test('on the last day petitions can still be signed, to its very end', async () => {
  await town.moveTo(instantOf(lastMoment() - 120_000))
  late = await town.resident(20).tokenToSign(justEnough)
  const token = await town.resident(THRESHOLD).tokenToSign(justEnough)
  expect((await town.petition(justEnough)).signable).toBe(true)
  deaf = true
  expect((await town.resident(THRESHOLD).confirms(token)).status).toBe(201)
  await town.settled()
  expect(await town.count(justEnough)).toBe(THRESHOLD - 1)
})

test('a moment after the end nothing is taken any more, whatever mail is still on its way', async () => {
  await town.moveTo(instantOf(lastMoment() + 1))
  expect((await town.resident(20).confirms(late)).problem).toEqual([409, 'collection-ended'])
  expect((await town.resident(21).asksToSign(short)).problem).toEqual([409, 'collection-ended'])
  const page = await town.get(`/confirm?token=${late}`)
  expect([page.status, page.text.includes('Збір підписів завершено')]).toEqual([409, true])
  expect(page.text).not.toContain('Так, підписую петицію')
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: town.url }
  const pressed = await town.send('POST', '/confirm', `token=${late}`, form)
  expect([pressed.status, pressed.text.includes('Збір підписів завершено')]).toEqual([409, true])
})

test('a signature confirmed before the end counts though it is sequenced after', async () => {
  await town.moveTo(instantOf(lastMoment() + 90_000))
  const petition = await town.petition(justEnough)
  expect([petition.status, petition.count]).toEqual(['threshold-reached', THRESHOLD])
  const [reached, ...more] = eventsOf(petition, 'threshold-reached')
  expect(more).toEqual([])
  expect(Date.parse(reached!.at)).toBeLessThanOrEqual(lastMoment())
  expect(eventsOf(petition, 'collection-ended')).toEqual([])
})

test('a petition that fell short becomes an ordinary appeal with a month to answer it', async () => {
  const petition = await town.petition(short)
  expect(petition.status).toBe('appeal')
  expect(eventsOf(petition, 'collection-ended').map(({ at, data }) => [at, data])).toEqual([
    [endOfDay(closesOn), { count: 3 }],
  ])
  let due = addMonths(closesOn, 1)
  while (weekdayOf(due) > 5) due = addDays(due, 1)
  expect(deadlineOf(petition, 'R8')).toMatchObject({ status: 'open', due: endOfDay(due) })
  for (const to of [author.email, 'rada@malva.example']) {
    const { text } = await town.mail(to, 'збір підписів завершено')
    for (const words of ['3 підписи', 'п. 9 Положення', 'R8']) expect(text).toContain(words)
  }
  expect(await town.mails(author.email, 'збір підписів завершено')).toHaveLength(1)
})

test('the secretary registers and answers it; author and public see both', async () => {
  const secretary = town.staff('secretary@malva.example')
  const body = { text: 'Роботи заплановано на весну.' }
  expect((await secretary.tries(short, 'answer-appeal', body)).problem).toEqual([409, 'wrong-status'])
  await secretary.does(short, 'register-appeal', { registrationNumber: 'П-17/03' })
  expect((await town.mail(author.email, 'зареєстровано')).text).toContain('П-17/03')
  const again = await secretary.tries(short, 'register-appeal', { registrationNumber: 'П-18/03' })
  expect(again.problem).toEqual([409, 'already-done'])

  const answered = await secretary.does(short, 'answer-appeal', body)
  expect(deadlineOf(answered, 'R8').status).toBe('met')
  expect((await town.mail(author.email, 'Відповідь на звернення')).text).toContain(body.text)
  await town.settled()
  const page = await author.reads(`/petitions/${short}`)
  for (const words of ['Не набрала підписів', 'П-17/03', body.text, 'п. 9']) expect(page).toContain(words)
})
