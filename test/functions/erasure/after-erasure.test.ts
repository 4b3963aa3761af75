import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../functions/actions/run-command'
import { composeSweep } from '../../../functions/composition/sweep'
import { signatureId } from '../../../shared/signing/signature-id'
import { post, problem, startWorld, type World } from '../api/world'

// A person signed in 2026, and comes back in 2029, when the names are erased.

const PUBLISHED = '2026-03-02T09:00:00.000Z'
const NAMES_END = '2029-03-02T21:59:59.999Z'
const SIGNER = 'signer@example.org'

let world: World
let id: string
let receipt: string
beforeAll(async () => {
  world = await startWorld()
  world.clock.set(PUBLISHED)
  ;({ id } = await world.collecting())
  const confirmed = await post(world.api(), '/api/v1/signatures/confirm', { token: await link() })
  receipt = (await confirmed.json()).id
  await world.sequence(id)
  await runCommand(world.deps, id, { type: 'withdraw', by: { role: 'author' } })
})
afterAll(() => world.dynamo.stop())

const link = () => world.signLink(id, SIGNER)
const get = (path: string) => world.api().request(path)
const sweep = () =>
  composeSweep(world.platform, {
    ...{
      TABLE_NAME: world.dynamo.tableName,
      BUCKET_NAME: 'objects',
      PUBLIC_URL: 'https://petitions.example',
    },
    ...{ MAIL_QUEUE_URL: 'https://queue.example/mail', ROOT_KEY_ID: 'root', LOG_KEY_ID: 'log', TSA_URL: '' },
  })()
const press = async (path: string) =>
  world.pages().request(path, { method: 'POST', body: new URLSearchParams({ token: await link() }) })
const rows = async () => (await world.rows(`PETITION#${id}`)).map(({ sk }) => sk?.S)

test('while the names are kept the receipt is there, and the address is known', async () => {
  expect((await get(`/api/v1/signatures/${receipt}/receipt`)).status).toBe(200)
  const again = await post(world.api(), '/api/v1/signatures/confirm', { token: await link() })
  expect([again.status, (await again.json()).id]).toEqual([200, receipt])
  expect(await rows()).toEqual(expect.arrayContaining(['AUTHOR', 'KEY']))
})

test('the sweeps of the day on which the term ends archive the petition and erase the names', async () => {
  world.clock.set(NAMES_END)
  const handled: number[] = []
  do handled.push((await sweep()).handled)
  while (handled.at(-1) !== 0)
  expect(await world.petitions.load(id)).toMatchObject({ status: 'archived', namesErasedAt: NAMES_END })
  expect(await world.rows(`SIGNATURES#${id}`)).toEqual([])
  expect(await rows()).not.toEqual(expect.arrayContaining(['AUTHOR']))
  expect(await rows()).not.toEqual(expect.arrayContaining(['KEY']))
  expect(await world.petitions.authorEmail(id)).toBeUndefined()
})

test('then the receipt is said to be gone, in words that tell why', async () => {
  const answer = await get(`/api/v1/signatures/${receipt}/receipt`)
  expect([answer.status, (await problem(answer)).code]).toEqual([410, 'names-erased'])
  const page = await world.pages().request(`/receipt?id=${receipt}`)
  expect(page.status).toBe(410)
  expect(await page.text()).toContain('Імена підписантів цієї петиції вилучено')
  expect((await press('/receipt')).status).toBe(410)
})

test('nobody can sign any more, nor ask whether somebody did', async () => {
  const confirmed = await post(world.api(), '/api/v1/signatures/confirm', { token: await link() })
  expect([confirmed.status, (await problem(confirmed)).code]).toEqual([410, 'names-erased'])
  expect((await press('/confirm')).status).toBe(410)
})

test('the petition, its count and its author’s page stay', async () => {
  const petition = await (await get(`/api/v1/petitions/${id}`)).json()
  expect(petition).toMatchObject({ status: 'archived', count: 1, namesErasedAt: NAMES_END })
  expect(petition.events.at(-1)).toMatchObject({ type: 'names-erased', by: 'system', data: { number: 1 } })
  const now = world.clock.now()
  const end = '2029-03-09T00:00:00.000Z'
  const token = await world.tokens.seal(
    { purpose: 'author', petitionId: id, email: 'a@example.org' },
    now,
    end,
  )
  const page = await world.pages().request(`/author?token=${token}`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(petition.title)])
})

test('a signature of another petition, or of none, is still not found', async () => {
  const other = await world.collecting()
  const unknown = signatureId({ petitionId: other.id, personKey: 'A'.repeat(43) })
  expect((await get(`/api/v1/signatures/${unknown}/receipt`)).status).toBe(404)
  const nowhere = signatureId({ petitionId: 'nowhere', personKey: 'A'.repeat(43) })
  expect((await get(`/api/v1/signatures/${nowhere}/receipt`)).status).toBe(404)
})
