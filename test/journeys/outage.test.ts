import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { eventsOf, noticesOf } from '../support/journeys/petition-view'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { TownProcess } from '../support/journeys/town-process'
import { crossing, THRESHOLD } from '../support/journeys/wishes'
import { provenBy } from '../support/receipt'

describe('a mail server in trouble', () => {
  let town: Town
  let id: string
  beforeAll(async () => {
    town = await Town.start()
    id = await town.resident(0).submits(crossing)
    await town.staff('moderator@malva.example').does(id, 'publish', {})
    await town.settled()
  })
  afterAll(() => town?.stop())

  const RADA = 'rada@malva.example'
  const REACHED = 'необхідну кількість підписів зібрано'

  test('loses nothing: what was asked for meanwhile comes when it is back, and once', async () => {
    const crowd = town.residents(1, THRESHOLD)
    const tokens = await Promise.all(crowd.map((resident) => resident.tokenToSign(id)))
    await town.mailOutage(true)
    const asked = await town.resident(30).asksToSign(id)
    expect(asked.status).toBe(202)
    await Promise.all(crowd.map((resident, n) => resident.confirms(tokens[n]!)))
    const [, council] = await town.until('failed attempts to tell author and council', async () => {
      const told = noticesOf(await town.petition(id), 'threshold-reached')
      return told.length === 2 && told.every(({ attempts }) => attempts > 1) && told
    })
    expect(council).toMatchObject({ to: 'council', status: 'pending' })
    expect(council!.sentAt).toBeUndefined()
    expect(await town.count(id)).toBe(THRESHOLD)
    expect([...(await town.mails(RADA)), ...(await town.mails(town.resident(30).email))]).toEqual([])

    await town.mailOutage(false)
    await town.settled()
    for (const [to, about] of [
      [RADA, REACHED],
      [town.resident(0).email, REACHED],
      [town.resident(30).email, 'Підтвердьте підпис'],
    ] as const) {
      expect([to, (await town.mails(to, about)).length]).toEqual([to, 1])
    }
    for (const { status, attempts } of noticesOf(await town.petition(id), 'threshold-reached')) {
      expect([status, attempts > 1]).toEqual(['sent', true])
    }
  })
})

const KILLS = 5
const SIGNERS = 60
const AT_ONCE = 6

test('killed again and again while people sign, it loses no signature and counts none twice', async () => {
  const town = await TownProcess.start()
  onTestFinished(() => town.stop())
  const { site } = town
  const author = new Resident(site, hero(0), heroEmail(0))
  const id = await author.submits(crossing)
  await new Staff(site, 'moderator@malva.example').does(id, 'publish', {})
  await site.until('the public page', async () => (await site.get(`/petitions/${id}`)).status === 200)
  const people = Array.from({ length: SIGNERS }, (_, n) => new Resident(site, hero(n), heroEmail(n)))
  const tokens = await Promise.all(people.map((person) => person.tokenToSign(id)))

  let confirmed = 0
  const queue = people.map((person, n) => ({ person, token: tokens[n]! }))
  const signing = Array.from({ length: AT_ONCE }, async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await untilConfirmed(next.person, next.token)
      confirmed++
      await pause(40)
    }
  })
  for (let kill = 1; kill <= KILLS; kill++) {
    const enough = Math.floor((SIGNERS * kill) / (KILLS + 1))
    while (confirmed < enough) await pause(5)
    await pause(Math.random() * 60)
    await town.kill()
    await town.startAgain()
  }
  await Promise.all(signing)

  await site.until('the count', async () => (await site.count(id)) >= SIGNERS)
  const again = await Promise.all(people.map((person, n) => person.confirms(tokens[n]!)))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(again.map((answer) => answer.json<{ id: string }>().id)).size).toBe(SIGNERS)
  expect(await site.count(id)).toBe(SIGNERS)
  const petition = await site.petition(id)
  expect([petition.count, petition.log?.size]).toEqual([SIGNERS, SIGNERS])
  expect(eventsOf(petition, 'threshold-reached').map(({ data }) => data)).toEqual([{ count: THRESHOLD }])
  const { text: key } = await site.get('/log/verifier-key')
  const receipts = await Promise.all(
    again.map(async (answer) => {
      const { id: signature } = answer.json<{ id: string }>()
      return (await provenBy((await site.get(`/api/v1/signatures/${signature}/receipt`)).text, [key])).index
    }),
  )
  expect(receipts.toSorted((a, b) => a - b)).toEqual(people.map((_, n) => n))
  await site.mail('rada@malva.example', 'необхідну кількість підписів зібрано')
  await site.until('the list of signers', async () => {
    const { text } = await site.get(`/petitions/${id}/signers/1`)
    return text.match(/<tr>/g)?.length === SIGNERS + 1
  })
  for (const to of ['rada@malva.example', author.email]) {
    expect(await site.mails(to, 'необхідну кількість підписів зібрано')).toHaveLength(1)
  }
})

/** Presses the button until there is an answer, as people do when a site is away. */
async function untilConfirmed(person: Resident, token: string): Promise<void> {
  for (;;) {
    const answer = await person.confirms(token).catch(() => undefined)
    if (answer && answer.status < 300) return
    await pause(100)
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
