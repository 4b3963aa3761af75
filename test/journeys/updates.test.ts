import { afterAll, beforeAll, expect, test } from 'vitest'
import { hero, heroEmail } from '../../infra/local/seed/people'
import { instantOf } from '../../shared/calendar/day'
import { noticesOf } from '../support/journeys/petition-view'
import { Resident } from '../support/journeys/resident'
import { Staff } from '../support/journeys/staff'
import { TownProcess } from '../support/journeys/town-process'
import { crossing, THRESHOLD } from '../support/journeys/wishes'

// Residents sign, ask for news, and get each piece of it once, though everything is killed meanwhile. Two of them end
// it, one by the button of the mail program, one by the page. Each test goes on where the one before ended.

let town: TownProcess
let id: string

const resident = (n: number) => new Resident(town.site, hero(n), heroEmail(n))
const staff = (role: string) => new Staff(town.site, `${role}@malva.example`)
const STAYS = 1
const CLICKS = 2
const OPENS = 3
const ENGLISH = 4
const FOLLOWERS = [STAYS, CLICKS, OPENS, ENGLISH]

const REACHED = 'Підписів досить'
const subjectsTo = async (n: number) => (await town.site.mails(heroEmail(n))).map(({ subject }) => subject)
const newsTo = async (n: number) =>
  (await subjectsTo(n)).filter((subject) => !/Підтвердьте|Confirm/.test(subject))

beforeAll(async () => {
  town = await TownProcess.start()
  id = await resident(0).submits(crossing)
  await staff('moderator').does(id, 'publish', {})
})
afterAll(() => town?.stop())

test('four sign and ask for news on the page behind the mail; nothing of their addresses can be read', async () => {
  for (const n of FOLLOWERS) {
    const token = await resident(n).tokenToSign(id)
    const [path, button] =
      n === ENGLISH ? ['/en/confirm', 'Yes, I sign the petition'] : ['/confirm', 'Так, підписую петицію']
    const page = await town.site.get(`${path}?token=${token}`)
    const result = await town.site.press(page, button, { updates: 'on' })
    expect(result.text).toContain(n === ENGLISH ? 'Do not write to me' : 'Не писати мені')
    expect(result.text).not.toContain(heroEmail(n))
  }
})

test('the threshold is reached while the site is killed again and again: each is told once', async () => {
  const others = Array.from({ length: THRESHOLD - FOLLOWERS.length }, (_, n) => resident(10 + n))
  const tokens = await Promise.all(others.map((one) => one.tokenToSign(id)))
  await Promise.all(others.map((one, n) => one.confirms(tokens[n]!)))
  for (let kill = 0; kill < 2; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 300 * (kill + 1)))
    await town.kill()
    await town.startAgain()
  }
  // What a killed worker had taken is anybody's again a minute later; the queue asks ever less often.
  await town.site.moveTo(instantOf(Date.parse(await town.site.now()) + 60_000))
  const evidence = async () => {
    const notices = noticesOf(await town.site.petition(id), 'threshold-reached')
    return notices.find(({ to, status }) => to === 'followers' && status === 'sent')
  }
  const told = await town.site.until('the evidence on the petition', evidence, 60_000)
  expect(told).toMatchObject({ told: 4 })
  for (const n of [STAYS, CLICKS, OPENS]) {
    expect(await newsTo(n)).toEqual([`${REACHED}: петицію розгляне рада: ${crossing.title}`])
  }
  expect(await newsTo(ENGLISH)).toEqual([
    `Enough signatures: the council will consider the petition: ${crossing.title}`,
  ])
  const { text } = await town.site.get(`/api/v1/petitions/${id}`)
  for (const n of FOLLOWERS) expect(text).not.toContain(heroEmail(n))
})

test('one ends it by the button of the mail program, another on the page, who also undoes it once', async () => {
  const [news] = await town.site.mails(heroEmail(CLICKS), REACHED)
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  for (let n = 0; n < 2; n++) {
    const answer = await town.site.send('POST', news!.oneClick!, 'List-Unsubscribe=One-Click', type)
    expect(answer.status).toBe(200)
  }
  const link = (await town.site.mails(heroEmail(OPENS), REACHED))[0]!.links.find((one) =>
    one.includes('/updates?'),
  )
  for (let scan = 0; scan < 3; scan++) expect((await town.site.get(link!)).text).toContain('Не писати мені')
  const stopped = await town.site.press(await town.site.get(link!), 'Не писати мені')
  expect(stopped.text).toContain('Більше не писатимемо')
  const again = await town.site.press(stopped, 'Скасувати це')
  expect(again.text).toContain('Повідомлятимемо вас')
  expect((await town.site.press(again, 'Скасувати це')).text).toContain('Більше не писатимемо')
})

test('to the answer: who stayed hears of each step once, who has ended it of none', async () => {
  const [head, secretary] = [staff('head'), staff('secretary')]
  await head.does(id, 'transfer', {})
  await secretary.does(id, 'begin-consideration', {})
  await secretary.does(id, 'decide', { outcome: 'supported', text: 'Підтримати петицію.' })
  await head.does(id, 'announce', {})
  await secretary.does(id, 'answer', { text: 'Перехід облаштують.', reasons: 'Кошти передбачено.' })
  await town.site.mail(heroEmail(STAYS), 'Рада відповіла на петицію')
  await town.site.mail(heroEmail(ENGLISH), 'The council has answered')
  await town.site.until('all of it sent', async () => {
    const { notices } = await town.site.petition(id)
    const rounds = notices.filter(({ to }) => to === 'followers')
    return rounds.length === 4 && rounds.every(({ status }) => status === 'sent')
  })
  expect(
    (await newsTo(STAYS)).map((subject) => subject.replace(`: ${crossing.title}`, '')).toSorted(),
  ).toEqual(
    [
      'Підписів досить: петицію розгляне рада',
      'Рада відповіла на петицію',
      'Рада почала розгляд петиції',
      'Рішення за петицією оголошено',
    ].toSorted(),
  )
  expect(await newsTo(ENGLISH)).toHaveLength(4)
  for (const n of [CLICKS, OPENS]) expect(await newsTo(n)).toHaveLength(1)
  const decided = await town.site.mail(heroEmail(STAYS), 'Рішення за петицією')
  expect(decided.text).toContain('Рішення: Підтримано')
})
