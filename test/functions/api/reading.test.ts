import { afterAll, beforeAll, expect, test } from 'vitest'
import { communityList, communityView, petitionList } from '../../../shared/http/views'
import { countView, petitionView } from '../../../shared/petition/view'
import { post, problem, startWorld, type World } from './world'

let world: World
let app: ReturnType<World['api']>
const published: string[] = []
beforeAll(async () => {
  world = await startWorld()
  app = world.api()
  for (let i = 0; i < 5; i++) {
    published.unshift((await world.collecting()).id)
    world.clock.forward(60)
  }
})
afterAll(() => world.dynamo.stop())

const read = async (path: string) => (await app.request(path)).json()

test('communities with the settings in force and their hosts', async () => {
  const { items } = communityList.parse(await read('/api/v1/communities'))
  expect(items.map((item) => item.id)).toEqual(['kalynivka'])
  const one = communityView.parse(await read('/api/v1/communities/kalynivka'))
  expect(one.settings.threshold).toBe(3)
  expect(one.hosts.map((host) => host.id).sort()).toEqual(['dbaiemo', 'kalynivka-rada'])
})

test('the list, newest first, page by page', async () => {
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const next = cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
    const page = petitionList.parse(await read(`/api/v1/petitions?limit=2${next}`))
    seen.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(published)
})

test('the list by community, status and words', async () => {
  const count = async (query: string) =>
    petitionList.parse(await read(`/api/v1/petitions?${query}`)).items.length
  expect(await count('community=kalynivka')).toBe(5)
  expect(await count('community=nowhere')).toBe(0)
  expect(await count('status=collecting')).toBe(5)
  expect(await count('status=answered')).toBe(0)
  expect(await count('topic=transport')).toBe(0)
  expect(await count('topic=other')).toBe(5)
  expect(await count(`q=${encodeURIComponent('ПІШОХІДНИЙ школи')}`)).toBe(5)
  expect(await count(`q=${encodeURIComponent('басейн')}`)).toBe(0)
})

test('a petition and its count once the log has taken the signature in', async () => {
  const [id] = published as [string]
  const token = await world.signLink(id, 'oksana@example.org')
  await post(app, '/api/v1/signatures/confirm', { token })
  await world.sequence(id)
  const count = countView.parse(await read(`/api/v1/petitions/${id}/count`))
  expect(count).toEqual({ count: 1, threshold: 3, size: 1, updatedAt: world.clock.now() })
  const petition = petitionView.parse(await read(`/api/v1/petitions/${id}`))
  expect([petition.count, petition.status, petition.signable]).toEqual([1, 'collecting', true])
  const { items } = petitionList.parse(await read('/api/v1/petitions'))
  expect(items.map((item) => item.count)).toEqual([1, 0, 0, 0, 0])
})

test('a petition in moderation is nobody’s to read', async () => {
  const { id } = await world.submitted()
  for (const path of [`/api/v1/petitions/${id}`, `/api/v1/petitions/${id}/count`]) {
    const response = await app.request(path)
    expect([response.status, (await problem(response)).code]).toEqual([404, 'petition-not-found'])
  }
  const { items } = petitionList.parse(await read('/api/v1/petitions?limit=100'))
  expect(items.map((item) => item.id)).not.toContain(id)
})
