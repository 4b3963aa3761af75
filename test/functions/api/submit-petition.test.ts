import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { petitionView } from '../../../shared/petition/view'
import { post, problem, START, signer, solved, startWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(() => {
  world.clock.set(START)
  world.mailQueue.messages.length = 0
})
afterAll(() => world.dynamo.stop())

const email = 'author@example.org'

async function submission(app: ReturnType<World['api']>, change: object = {}) {
  const altcha = await solved(app, { purpose: 'submit', email })
  world.clock.forward(30)
  return {
    communityId: 'kalynivka',
    hostId: 'kalynivka-rada',
    title: 'Облаштувати пішохідний перехід біля школи № 7',
    text: 'Просимо облаштувати перехід.\r\n\r\n<script>alert(1)</script> — так діти будуть у безпеці.',
    author: { ...signer, email },
    noticeRead: true,
    altcha,
    ...change,
  }
}

function mailedToken(): string {
  const message = world.mailQueue.messages.at(-1)
  if (message?.type !== 'link') throw new Error('no link was mailed')
  return message.token
}

describe('Oksana submits a petition', () => {
  test('it waits, sealed, for her confirmation; then the moderator’s two days begin', async () => {
    const app = world.api()
    const response = await post(app, '/api/v1/petitions', await submission(app))
    expect(response.status).toBe(202)
    const { id, status } = await response.json()
    expect([id, status]).toEqual([expect.stringMatching(/^[0-9a-hjkmnp-tv-z]{10}$/), 'unconfirmed'])

    const [draft] = await world.rows(`DRAFT#${id}`)
    expect(Number(draft?.expiresAt?.N) * 1000).toBe(Date.parse(START) + 30_000 + 72 * 3_600_000)
    expect(JSON.stringify(draft)).not.toMatch(/перехід|Шевченко|example\.org/)
    expect(await world.petitions.load(id)).toBeUndefined()

    world.clock.forward(3600)
    const token = mailedToken()
    const confirmed = await post(app, '/api/v1/petitions/confirm', { token })
    expect(confirmed.status).toBe(201)
    const view = petitionView.parse(await confirmed.json())
    expect(view).toMatchObject({ id, status: 'moderation', number: 1, author: signer, wantsHearing: false })
    expect(view.submittedAt).toBe(world.clock.now())
    expect(view.text).toContain('<script>alert(1)</script>')
    expect(view.text).not.toContain('\r')
    expect(view.deadlines[0]).toMatchObject({ rule: 'R2', status: 'open' })
    expect(JSON.stringify(view)).not.toContain(email)
    expect(await world.petitions.authorEmail(id)).toBe(email)
    expect(await world.rows(`DRAFT#${id}`)).toHaveLength(0)

    const again = await post(app, '/api/v1/petitions/confirm', { token })
    expect([again.status, await again.json()]).toEqual([200, view])
  })

  test('pressing the button many times submits once', async () => {
    const app = world.api()
    await post(
      app,
      '/api/v1/petitions',
      await submission(app, { hostId: 'dbaiemo', wantsHearing: true, topic: 'transport' }),
    )
    const token = mailedToken()
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => post(app, '/api/v1/petitions/confirm', { token })),
    )
    const statuses = responses.map((response) => response.status).sort()
    expect(statuses).toEqual([...Array(9).fill(200), 201])
    const views = await Promise.all(responses.map((response) => response.json()))
    expect(new Set(views.map((view) => view.number)).size).toBe(1)
    expect([views[0].host.kind, views[0].topic]).toEqual(['ngo', 'transport'])
  })
})

describe('submitting that cannot be done', () => {
  test('an unknown community, an unknown host, a used challenge', async () => {
    const app = world.api()
    const attempt = async (body: object) => {
      const response = await post(app, '/api/v1/petitions', body)
      return [response.status, (await problem(response)).code]
    }
    expect(await attempt(await submission(app, { communityId: 'nowhere' }))).toEqual([
      404,
      'community-not-found',
    ])
    expect(await attempt(await submission(app, { hostId: 'nobody' }))).toEqual([404, 'host-not-found'])
    const body = await submission(app)
    expect((await post(app, '/api/v1/petitions', body)).status).toBe(202)
    expect(await attempt(body)).toEqual([409, 'challenge-used'])
    const trapped = await post(app, '/api/v1/petitions', { ...(await submission(app)), website: 'x' })
    expect([trapped.status, await trapped.json()]).toEqual([
      202,
      { id: expect.stringMatching(/^[0-9a-z]+$/), status: 'unconfirmed' },
    ])
    expect(
      await attempt(
        await submission(app, { altcha: await solved(app, { purpose: 'sign', petition: 'x', email }) }),
      ),
    ).toEqual([400, 'challenge-failed'])
    expect(world.mailQueue.messages).toHaveLength(1)
  })

  test('a link that has expired, one for something else', async () => {
    const app = world.api()
    await post(app, '/api/v1/petitions', await submission(app))
    const token = mailedToken()
    const confirm = async (token: string) => {
      const response = await post(app, '/api/v1/petitions/confirm', { token })
      return [response.status, (await problem(response)).code]
    }
    expect(await confirm(await world.signLink('x', email))).toEqual([400, 'token-invalid'])
    world.clock.forward(72 * 3600 + 1)
    expect(await confirm(token)).toEqual([410, 'token-expired'])
  })
})
