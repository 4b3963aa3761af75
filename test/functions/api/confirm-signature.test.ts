import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '../../../functions/actions/run-command'
import { testCommunity } from '../../support/communities'
import { post, problem, START, signer, startWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.dynamo.stop())

const confirm = (app: ReturnType<World['api']>, token: string) =>
  post(app, '/api/v1/signatures/confirm', { token })

describe('Oksana confirms her signature', () => {
  test('it is counted once, with its time; again gives the same answer', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const token = await world.signLink(id, 'oksana@example.org')
    const first = await confirm(app, token)
    expect(first.status).toBe(201)
    const signature = await first.json()
    expect(signature).toEqual({
      id: expect.stringMatching(`^${id}\\.[\\w-]{43}$`),
      petitionId: id,
      confirmedAt: START,
    })

    world.clock.forward(3600)
    const again = await confirm(app, token)
    expect([again.status, await again.json()]).toEqual([200, signature])
    world.clock.set(START)
  })

  test('fifty presses at once make one signature', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const token = await world.signLink(id, 'oksana@example.org')
    const responses = await Promise.all(Array.from({ length: 50 }, () => confirm(app, token)))
    const statuses = responses.map((response) => response.status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 200)).toHaveLength(49)
    const bodies = new Set(await Promise.all(responses.map((response) => response.text())))
    expect(bodies.size).toBe(1)
    expect(await world.rows(`SIGNATURES#${id}`)).toHaveLength(1)
  })

  test('two links, two function instances, another name: still one person', async () => {
    const { id } = await world.collecting()
    const links = await Promise.all([
      world.signLink(id, 'oksana@example.org'),
      world.signLink(id, 'oksana@example.org', { ...signer, surname: 'Франко' }),
    ])
    const responses = await Promise.all(links.map((token) => confirm(world.api(), token)))
    expect(responses.map((response) => response.status).sort()).toEqual([200, 201])
    expect(await world.rows(`SIGNATURES#${id}`)).toHaveLength(1)
  })

  test('other people and other petitions are their own signatures', async () => {
    const [one, two] = [await world.collecting(), await world.collecting()]
    const app = world.api()
    for (const { id } of [one, two]) {
      for (const email of ['oksana@example.org', 'taras@example.org']) {
        expect((await confirm(app, await world.signLink(id, email))).status).toBe(201)
      }
    }
    const keys = [one, two].map(({ id }) => world.rows(`SIGNATURES#${id}`))
    const people = (await Promise.all(keys)).flat().map((row) => row.sk?.S)
    expect(new Set(people).size).toBe(4)
  })

  test('the row holds what the log needs, in less than one write unit', async () => {
    const { id } = await world.collecting()
    const long = 'Ї'.repeat(60)
    const person = { surname: long, givenName: long, patronymic: long }
    await confirm(world.api(), await world.signLink(id, `${'a'.repeat(200)}@example.org`, person))
    const [row] = await world.rows(`SIGNATURES#${id}`)
    expect(row).toMatchObject({ surname: { S: long }, confirmedAt: { S: START }, level: { S: 'email' } })
    expect([row?.nameSalt?.B?.length, row?.personSalt?.B?.length]).toEqual([32, 32])
    expect(row?.nameSalt?.B).not.toEqual(row?.personSalt?.B)
    const size = Object.entries(row ?? {}).reduce(
      (sum, [name, value]) => sum + name.length + (value.B?.length ?? Buffer.byteLength(value.S ?? '')),
      0,
    )
    expect(size).toBeLessThan(1024)
    expect(JSON.stringify(row)).not.toContain('example.org')
  })
})

describe('confirming when it cannot be done', () => {
  test('the last millisecond of the term counts, the next one does not', async () => {
    const petition = await world.collecting()
    const app = world.api()
    world.clock.set('2026-04-30T12:00:00.000Z')
    const links = await Promise.all(
      ['a', 'b'].map((name) => world.signLink(petition.id, `${name}@example.org`)),
    )
    world.clock.set(petition.closesAt!)
    expect((await confirm(app, links[0]!)).status).toBe(201)
    world.clock.forward(0.001)
    const late = await confirm(app, links[1]!)
    expect([late.status, (await problem(late)).code]).toEqual([409, 'collection-ended'])
    expect((await confirm(app, links[0]!)).status).toBe(200)
    expect(await world.rows(`SIGNATURES#${petition.id}`)).toHaveLength(1)
    world.clock.set(START)
  })

  test('a withdrawn petition takes none, and says so', async () => {
    const { id } = await world.collecting()
    const token = await world.signLink(id, 'oksana@example.org')
    await runCommand(world.deps, id, { type: 'withdraw', by: { role: 'author' } })
    const response = await confirm(world.api(), token)
    expect([response.status, (await problem(response)).code]).toEqual([409, 'petition-withdrawn'])
  })

  test('a petition in moderation or one that does not exist', async () => {
    const { id } = await world.submitted()
    const early = await confirm(world.api(), await world.signLink(id, 'oksana@example.org'))
    expect([early.status, (await problem(early)).code]).toEqual([409, 'petition-not-open'])
    const unknown = await confirm(world.api(), await world.signLink('nowhere', 'oksana@example.org'))
    expect([unknown.status, (await problem(unknown)).code]).toEqual([404, 'petition-not-found'])
    expect(await world.rows('SIGNATURES#nowhere')).toHaveLength(0)
  })

  test('an expired, a broken, a foreign and a respelled token', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const token = await world.signLink(id, 'oksana@example.org')
    const foreign = await world.tokens.seal(
      { purpose: 'author', petitionId: id, email: 'author@example.org' },
      START,
      '2027-01-01T00:00:00.000Z',
    )
    const flipped = `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`
    for (const wrong of [foreign, flipped, 'x', `${token}=`, `${token}.a`, `${token.slice(0, -1)}_`]) {
      const response = await confirm(app, wrong)
      expect([response.status, (await problem(response)).code]).toEqual([400, 'token-invalid'])
    }
    world.clock.forward(72 * 3600 + 1)
    const expired = await confirm(app, token)
    expect([expired.status, (await problem(expired)).code]).toEqual([410, 'token-expired'])
    world.clock.set(START)
    expect(await world.rows(`SIGNATURES#${id}`)).toHaveLength(0)
  })
})

describe('the receipt', () => {
  test('waits for the log, then tells the index', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const { id: signatureId } = await (
      await confirm(app, await world.signLink(id, 'oksana@example.org'))
    ).json()
    const path = `/api/v1/signatures/${signatureId}/receipt`
    const waiting = await app.request(path)
    expect([waiting.status, await waiting.json()]).toEqual([202, { status: 'waiting' }])
    const ask = async (unknown: string) => {
      const response = await app.request(`/api/v1/signatures/${unknown}/receipt`)
      return [response.status, (await problem(response)).code]
    }
    for (const unknown of ['x', `${id}.${'A'.repeat(43)}`, '%00']) {
      expect([unknown, ...(await ask(unknown))]).toEqual([unknown, 404, 'signature-not-found'])
    }
    expect(await ask(`${id}.${'A'.repeat(5000)}`)).toEqual([404, 'not-found'])
  })
})

describe('what an instance remembers of a petition', () => {
  test('turns nobody away who comes right after publication', async () => {
    const { id } = await world.submitted()
    const app = world.api()
    const token = await world.signLink(id, 'oksana@example.org')
    expect((await confirm(app, token)).status).toBe(409)
    await runCommand(world.deps, id, {
      type: 'publish',
      by: { role: 'moderator' },
      settings: testCommunity.settings,
      logOrigin: 'petitions.example/log/{id}',
    })
    expect((await confirm(app, token)).status).toBe(201)
  })
})
