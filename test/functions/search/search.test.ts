import { beforeEach, describe, expect, test } from 'vitest'
import { publishSearch } from '../../../functions/actions/publish-search'
import { composeSearch } from '../../../functions/composition/search'
import { searchList, similarList } from '../../../shared/http/views'
import type { Petition } from '../../../shared/petition/petition'
import { projectSummary } from '../../../shared/petition/project'
import { MemoryObjects } from '../../support/memory-objects'
import { HandClock } from '../../support/platform'
import { aPetition, communities } from './petitions'

let objects: MemoryObjects
let app: ReturnType<typeof composeSearch>
beforeEach(() => {
  objects = new MemoryObjects()
  app = composeSearch({ clock: new HandClock('2026-05-20T09:00:00.000Z'), objects })
})

/** Petitions, newest first, each with its count. */
async function publish(...petitions: (Petition & { count: number })[]): Promise<void> {
  const summaries = petitions.map((petition) =>
    projectSummary(petition, communities.find(({ id }) => id === petition.communityId)!, petition.count),
  )
  await publishSearch(objects, { published: petitions, petitions: summaries, communities })
}

const crossing = aPetition(1, 'Пішохідний перехід біля школи', { topic: 'safety', count: 90 })
const library = aPetition(2, 'Відчинити бібліотеку в суботу', { topic: 'culture', closesOn: '2026-06-01' })
const bridge = aPetition(3, 'Полагодити міст через річку', { communityId: 'kyiv', count: 7 })
const shelter = aPetition(4, 'Притулок для тварин', { status: 'answered', count: 120 })
const everything = [shelter, bridge, library, crossing]

const html = async (query: string) => {
  const response = await app.request(`/petitions/search?${new URLSearchParams(query)}`)
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'public, max-age=60'])
  return response.text()
}
const titles = async (query: string) =>
  [...(await html(query)).matchAll(/<h3><a [^>]*>([^<]*)<\/a>/g)].map(([, title]) => title)

describe('a list whose address says what it shows', () => {
  test.each([
    ['', [shelter, bridge, library, crossing]],
    ['community=kyiv', [bridge]],
    ['status=answered', [shelter]],
    ['topic=culture', [library]],
    ['topic=other', [shelter, bridge]],
    ['community=malva&topic=safety&status=collecting', [crossing]],
    ['sort=signatures', [shelter, crossing, bridge, library]],
    ['sort=ending', [library, bridge, crossing, shelter]],
    ['sort=nearest', [crossing, bridge, library, shelter]],
    ['q=переходи біля шкіл', [crossing]],
    ['q=мосту&community=malva', []],
    ['q=3', [bridge]],
  ])('%s', async (query, expected) => {
    await publish(...everything)
    expect(await titles(query)).toEqual(expected.map(({ title }) => title))
  })

  test('names what is chosen and how to take it away, without scripts', async () => {
    await publish(...everything)
    const page = await html('q=школа&topic=safety&community=malva')
    expect(page).toContain('href="/petitions/search?community=malva&amp;q=%D1%88%D0%BA%D0%BE%D0%BB%D0%B0"')
    expect(page).toContain('aria-label="Прибрати: Безпека"')
    expect(page).toContain('1 петиція')
    expect(page).toContain('<form action="/petitions/search">')
    expect(page).toMatch(/<option value="safety" selected=""/)
    expect(page).not.toContain('<script')
  })

  test('has pages, and shows the last one where a later one is asked for', async () => {
    await publish(...Array.from({ length: 45 }, (_, n) => aPetition(n + 1, `Петиція ${n + 1}`)).reverse())
    expect(await titles('page=2')).toHaveLength(20)
    expect(await titles('page=3')).toHaveLength(5)
    expect(await titles('page=900')).toHaveLength(5)
    expect(await html('page=2')).toContain('href="/petitions/search?page=3"')
    expect(await html('page=2')).toContain('href="/petitions"')
  })
})

describe('an address that makes no sense', () => {
  test.each([
    ['status=unheard', 'стан'],
    ['topic=weather&sort=best', 'тема, порядок'],
    ['sort=relevance', 'порядок'],
    ['community=nowhere', 'громада'],
    ['page=-1', 'сторінка'],
    ['page=1e9', 'сторінка'],
    [`q=${'х'.repeat(201)}`, 'слова'],
    ['q=\u0000', 'слова'],
  ])('%s is left out, and the reader told', async (query, fields) => {
    await publish(...everything)
    const page = await html(query)
    expect(page).toContain(`не врахували: ${fields}.`)
    expect(page).toContain('4 петиції')
  })

  test('empty fields of the form and strange ones are no matter', async () => {
    await publish(...everything)
    expect(await html('q=&community=&topic=&sort=&utm_source=x&__proto__=1')).not.toContain('не врахували')
    expect((await app.request('/petitions/search', { method: 'POST' })).status).toBe(405)
  })

  test('nothing found leads on; hostile words are shown as text', async () => {
    await publish(...everything)
    const page = await html('q=басейн"><script>&status=answered')
    expect(page).toContain('Нічого не знайдено')
    expect(page).not.toContain('<script')
    expect(await html('q=перехід&status=answered')).toContain('Без вибраних умов знайдено 1 петицію')
    const english = await app.request('/en/petitions/search?q=nothing-of-the-kind')
    expect(await english.text()).toMatch(/lang="en"[\s\S]*Nothing found/)
  })

  test('a site without petitions says so', async () => {
    expect(await html('')).toContain('Тут поки що немає петицій')
  })
})

test('words in the wrong keyboard layout are read as they were meant, and the page says so', async () => {
  await publish(...everything)
  expect(await html('q=gtht[sl')).toContain('за словами «перехід»')
  expect(await titles('q=gtht[sl')).toEqual([crossing.title])
})

describe('the API', () => {
  const read = async (path: string) => {
    const response = await app.request(path)
    expect(response.status).toBe(200)
    return response.json()
  }

  test('searches by the same rules', async () => {
    await publish(...everything)
    const found = searchList.parse(await read('/api/v1/petitions/search?q=%D1%88%D0%BA%D1%96%D0%BB'))
    expect([found.total, found.items[0]?.id]).toEqual([1, crossing.id])
    expect(JSON.stringify(found)).not.toContain('terms')
    expect((await app.request('/api/v1/petitions/search?status=unheard')).status).toBe(400)
  })

  test('finds similar petitions of the community that are open or answered', async () => {
    await publish(
      { ...aPetition(9, 'Пішохідний перехід біля школи № 2'), status: 'withdrawn' },
      ...everything,
    )
    const query = new URLSearchParams({ community: 'malva', q: 'Зробити перехід коло школи' })
    const { items } = similarList.parse(await read(`/api/v1/petitions/similar?${query}`))
    expect(items.map(({ id }) => id)).toEqual([crossing.id])
    expect(items[0]?.score).toBeGreaterThan(0.35)
    query.set('community', 'kyiv')
    expect(await read(`/api/v1/petitions/similar?${query}`)).toEqual({ items: [] })
    for (const wrong of ['', 'community=malva', 'community=malva&q=', `community=malva&q=${'x'.repeat(201)}`])
      expect((await app.request(`/api/v1/petitions/similar?${wrong}`)).status).toBe(400)
  })
})

test('what changed is seen after some seconds, and a part is read again only where it grew', async () => {
  let now = 0
  const { searchDirectory } = await import('../../../functions/search/directory')
  const read: string[] = []
  const watched = {
    read: (key: string) => objects.read(key),
    get: (key: string) => {
      read.push(key)
      return objects.get(key)
    },
  }
  const directory = searchDirectory(watched, () => now)
  await publish(crossing)
  expect((await directory()).petitions.size).toBe(1)
  await publish({ ...crossing, count: 99 })
  expect((await directory()).petitions.get(crossing.id)?.count).toBe(90)
  now = 11_000
  expect((await directory()).petitions.get(crossing.id)?.count).toBe(99)
  expect(read).toEqual(['search/parts/0.json'])
  await publish(library, { ...crossing, count: 99 })
  now = 22_000
  expect((await directory()).search.find('бібліотека').ids).toEqual([library.id])
  expect(read).toHaveLength(2)
})

test('a signature has no part written again, a new petition only the last', async () => {
  const thousand = Array.from({ length: 1001 }, (_, n) => aPetition(n + 1, `Петиція ${n + 1}`)).reverse()
  await publish(...thousand)
  const written: string[] = []
  objects.faults = (_operation, key) => {
    written.push(key)
    return 'none'
  }
  await publish({ ...thousand[0]!, count: 5 }, ...thousand.slice(1))
  expect(written.splice(0)).toEqual(['search/now.json'])
  await publish(aPetition(1002, 'Нова'), ...thousand)
  expect(written).toEqual(['search/parts/1.json', 'search/now.json'])
})
