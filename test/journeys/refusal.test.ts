import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Resident } from '../support/journeys/resident'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'

let town: Town
let author: Resident
let moderator: Staff
let id: string

beforeAll(async () => {
  town = await Town.start()
  author = town.resident(0)
  moderator = town.staff('moderator@malva.example')
  await town.waitForFriday()
  id = await author.submits(crossing)
})
afterAll(() => town?.stop())

const explanation = 'У тексті не названо, що саме пропонує автор.'

test('only a ground that the law names is one', async () => {
  for (const ground of ['boring', 'duplicate', '']) {
    const refused = await moderator.tries(id, 'reject', { ground, explanation } as never)
    expect(refused.problem).toEqual([400, 'invalid-body'])
  }
  expect((await moderator.sees(id)).status).toBe('moderation')
})

test('the moderator of another community, the head and the NGO’s editor have no say', async () => {
  for (const email of [
    'moderator@kyiv.example',
    'head@malva.example',
    'editor@kalynovyi-mist.example',
    'operator@viche.example',
  ]) {
    const refused = await town.staff(email).tries(id, 'reject', { ground: 'missing-essence', explanation })
    expect([email, ...refused.problem]).toEqual([email, 403, 'forbidden'])
  }
})

test('the petition is refused with a statutory ground, and the author told which item it is', async () => {
  const { status, refusal } = await moderator.does(id, 'reject', { ground: 'missing-essence', explanation })
  expect(status).toBe('refused')
  expect(refusal).toMatchObject({ ground: 'missing-essence', item: 'п. 3', explanation })
  const mail = await town.mail(author.email, 'не оприлюднено')
  for (const words of [
    'у петиції не викладено суть звернення (п. 3)',
    explanation,
    'п. 6 Положення про електронні петиції',
    'R3',
    'the petition does not state what it asks for',
  ]) {
    expect(mail.text).toContain(words)
  }
  const after = await moderator.sees(id)
  expect(after.deadlines.map(({ rule, status }) => [rule, status])).toEqual([['R2', 'met']])
  expect(after.actions).toEqual([])
})

test('it is never public, and nothing more can be done with it', async () => {
  await town.settled()
  for (const path of [
    `/petitions/${id}`,
    `/en/petitions/${id}`,
    `/api/v1/petitions/${id}`,
    `/api/v1/petitions/${id}/count`,
    `/petitions/${id}/signers/1`,
  ]) {
    expect([path, (await town.get(path)).status]).toEqual([path, 404])
  }
  expect((await moderator.tries(id, 'publish', {})).problem).toEqual([409, 'wrong-status'])
  expect((await town.resident(1).asksToSign(id)).problem).toEqual([409, 'petition-not-open'])
  expect(await town.mails(author.email, 'не оприлюднено')).toHaveLength(1)
})
