import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { publishCount } from '../../../functions/actions/publish-count'
import { publishByClock, publishEverything } from '../../../functions/actions/publish-day'
import { publishLists } from '../../../functions/actions/publish-lists'
import { publishOpenData } from '../../../functions/actions/publish-open-data'
import { publishPetition } from '../../../functions/actions/publish-petition'
import { openDataSet } from '../../../shared/petition/open-data'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { Site } from './site'

const ALL_RIGHT = { batchItemFailures: [] }
const moderator = { role: 'moderator', staffId: 'olena' }

let dynamo: Dynamo
let tables = 0
let site: Site
beforeAll(async () => {
  dynamo = await startDynamo()
})
afterAll(() => dynamo.stop())
beforeEach(async () => {
  const name = `site-${tables++}`
  await dynamo.table(name)
  site = new Site({ db: dynamo.client, name })
})

describe('a petition that nobody has published', () => {
  test('stays out of every file while it is moderated, and its notices are queued', async () => {
    await site.react(await site.open())
    expect(await site.react(await site.submit('tin1'))).toEqual(ALL_RIGHT)
    expect(site.public()).not.toMatch(/tin1|узбіччі|Шевченко/)
    const notices = site.mailQueue.messages.map((message) => 'noticeId' in message && message.noticeId)
    expect(notices.toSorted()).toEqual(['1-moderation-due-moderator', '1-submitted-author'])
  })

  test('stays out when it is refused, and when it is withdrawn before publication', async () => {
    await site.react(await site.open(), await site.submit('tin1'), await site.submit('tin2'))
    const refusal = await site.command('tin1', {
      type: 'reject',
      by: moderator,
      ground: 'hatred',
      explanation: 'Пояснення для автора',
    })
    const withdrawal = await site.command('tin2', { type: 'withdraw', by: { role: 'author' } })
    expect(await site.react(refusal, withdrawal)).toEqual(ALL_RIGHT)
    expect(site.public()).not.toMatch(/tin1|tin2|Пояснення|узбіччі|Шевченко/)
    expect(site.mailQueue.messages).toContainEqual({
      type: 'notice',
      petitionId: 'tin1',
      noticeId: '2-refused-author',
    })
  })
})

describe('receivers of news', () => {
  test('are each told of a new entry of a public journal, the same however often it is met', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.receiver('r1', ['published'])
    await site.receiver('r2', ['withdrawn'])
    const entry = { pk: 'PETITION#p1', sk: 'EVENT#000002', event: 'INSERT' } as const
    const publication = [...(await site.publish('p1')), entry]
    await site.react(publication)
    await site.react(publication)
    const told = site.mailQueue.messages.filter(({ type }) => type === 'webhook')
    const message = { type: 'webhook', receiver: 'r1', delivery: `${site.clock.now()}~p1~2` }
    expect(told).toEqual([message, message])
  })
})

describe('a published petition', () => {
  test('has its pages in both languages, an empty list of signers and a count of 0', async () => {
    await site.react(await site.open())
    await site.submit('p1', 'Зупинка біля школи')
    expect(await site.react(await site.publish('p1'))).toEqual(ALL_RIGHT)
    for (const address of [
      '/petitions/p1',
      '/en/petitions/p1',
      '/petitions/p1/sign',
      '/en/petitions/p1/sign',
    ]) {
      expect(site.page(address)).toMatch(/^<!doctype html>[\s\S]*Зупинка біля школи/)
    }
    expect(site.page('/petitions/p1/signers/1')).toContain('noindex')
    const count = JSON.parse(site.objects.text('api/v1/petitions/p1/count')!)
    expect(count).toMatchObject({ count: 0, threshold: 100, size: 0 })
  })

  test('has a count that open pages poll in no more than 200 bytes, of a million signatures too', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    const million = { count: 1_000_000, threshold: 1_000_000, size: 1_000_001 }
    await publishCount({ objects: site.objects, clock: site.clock }, 'million', million)
    for (const id of ['p1', 'million']) {
      const bytes = Buffer.byteLength(site.objects.text(`api/v1/petitions/${id}/count`)!)
      expect(bytes).toBeLessThanOrEqual(200)
    }
  })

  test('is in the lists of everybody, its community and its status, in the search and on the home page', async () => {
    await site.react(await site.open())
    await site.submit('p1', 'Зупинка біля школи')
    await site.react(await site.publish('p1'))
    const places = [
      '/',
      '/en/',
      '/petitions',
      '/petitions/status/collecting',
      '/communities/kalynivka',
      '/communities/kalynivka/petitions',
      '/en/communities/kalynivka/petitions/status/collecting',
    ]
    for (const place of places) expect(site.page(place), place).toContain('Зупинка біля школи')
    expect(site.page('/petitions/status/answered')).not.toContain('Зупинка біля школи')
    expect(JSON.parse(site.objects.text('search/parts/0.json')!)).toMatchObject([
      { id: 'p1', title: 'Зупинка біля школи', terms: { title: 'зупинк школ' } },
    ])
    expect(site.state('p1')).toEqual({ status: 'collecting', count: 0 })
  })

  test('moves from list to list with its status', async () => {
    await site.react(await site.open(2))
    await site.submit('p1', 'Зупинка біля школи')
    await site.react(await site.publish('p1'))
    await site.react(await site.sign('p1', 2), [{ pk: 'PETITION#p1', sk: 'PETITION' }])
    expect(site.page('/petitions/status/collecting')).not.toContain('Зупинка біля школи')
    expect(site.page('/petitions/status/threshold-reached')).toContain('Зупинка біля школи')
  })

  test('shows its count and the names of who signed, 256 a page', async () => {
    await site.react(await site.open(1000))
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    await site.react(await site.sign('p1', 256))
    expect(site.page('/petitions/p1/signers/2')).toBeUndefined()
    await site.react(await site.annul('p1', [7]))
    expect(site.page('/petitions/p1/signers/2')).toBeUndefined()
    expect(site.page('/petitions/p1/signers/1')).toContain('анульовано')
    await site.react(await site.sign('p1', 3))
    expect(site.page('/petitions/p1/signers/1')).toContain('/petitions/p1/signers/2')
    expect(site.page('/petitions/p1/signers/1')?.match(/Марія-/g)).toHaveLength(256)
    expect(site.page('/en/petitions/p1/signers/2')?.match(/Марія-/g)).toHaveLength(3)
    expect(site.state('p1').count).toBe(258)
  })

  test('marks annulled signatures and drops erased names wherever they are in the list', async () => {
    await site.react(await site.open(1000))
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    await site.react(await site.sign('p1', 258))
    const name = (index: number) => `Марія-person-${String(index).padStart(36, '0')}`
    const changes = [...(await site.annul('p1', [3])), ...(await site.erase('p1', [5]))]
    site.objects.faults = (_operation, key) => (key.startsWith('en/petitions/p1/signers/1') ? 'lost' : 'none')
    expect((await site.react(changes)).batchItemFailures).toHaveLength(1)
    site.objects.faults = () => 'none'
    expect(await site.react(changes)).toEqual(ALL_RIGHT)
    const page = site.page('/petitions/p1/signers/1')!
    expect(page.match(/анульовано/g)).toHaveLength(1)
    expect(page.slice(page.indexOf(name(3))).slice(0, 150)).toContain('анульовано')
    expect(site.page('/en/petitions/p1/signers/1')?.match(/annulled/g)).toHaveLength(1)
    expect(page).toContain('минув строк їх зберігання')
    expect(site.page('/petitions/p1/signers/2')).not.toMatch(/анульовано|строк їх зберігання/)
    expect(site.public()).not.toContain(name(5))
    expect(JSON.parse(site.objects.text('api/v1/petitions/p1/count')!)).toMatchObject({
      count: 257,
      size: 260,
    })
    expect(site.state('p1').count).toBe(257)
  })

  test('tells signatures and annulments by day, from the log’s own bundles where that was lost', async () => {
    await site.react(await site.open(1000))
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    const days = () => site.objects.text('api/v1/petitions/p1/days')
    expect(days()).toBe('{"size":0,"days":[]}')
    expect(site.page('/petitions/p1')).toContain('Ще немає жодного підпису')
    await site.sign('p1', 257)
    await site.annul('p1', [3, 200])
    const changes = await site.sign('p1', 2)
    const counted = days()!
    expect(JSON.parse(counted)).toMatchObject({ size: 261, days: [{ signed: 259, annulled: 2 }] })
    site.objects.objects.delete('api/v1/petitions/p1/days')
    await site.react(changes)
    expect(days()).toBe(counted)
    expect(site.page('/petitions/p1')).toContain('<td>259</td><td>2</td><td>257</td>')
    site.objects.objects.delete('api/v1/petitions/p1/days')
    const later = await site.sign('p1', 1)
    expect(days()).toBeUndefined()
    await site.react(later)
    expect(JSON.parse(days()!)).toMatchObject({ size: 262, days: [{ signed: 260, annulled: 2 }] })
  })

  test('queues a notice when it is written, not when it is delivered', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    const queued = site.mailQueue.messages.length
    await site.react([{ pk: 'PETITION#p1', sk: 'NOTICE#2-published-author', event: 'MODIFY' }])
    expect(site.mailQueue.messages).toHaveLength(queued)
  })

  test('is written only where something changed', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    const changes = await site.publish('p1')
    await site.react(changes)
    const written: string[] = []
    site.objects.faults = (operation, key) => {
      written.push(`${operation} ${key}`)
      return 'none'
    }
    await site.react(changes)
    expect(written).toEqual(['replace staging/lists'])
  })
})

describe('publishers at work at once', () => {
  test('a slow one does not bring back an old page', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    await site.sign('p1', 5)
    let resume = () => {}
    const paused = new Promise<void>((go) => {
      resume = go
    })
    let first = true
    const slow = publishPetition(
      {
        ...site.deps,
        petitions: {
          ...site.deps.petitions,
          loadRecord: async (id) => {
            const record = await site.deps.petitions.loadRecord(id)
            if (first) {
              first = false
              await paused
            }
            return record
          },
        },
      },
      'p1',
    )
    await site.react(await site.command('p1', { type: 'withdraw', by: { role: 'author' } }))
    const withdrawn = site.page('/petitions/p1')
    resume()
    await slow
    expect(site.page('/petitions/p1')).toBe(withdrawn)
  })

  test('lists end with what the last change made of them', async () => {
    await site.react(await site.open())
    await site.submit('p1', 'Перша')
    await site.react(await site.publish('p1'))
    await site.submit('p2', 'Друга')
    let resume = () => {}
    const paused = new Promise<void>((go) => {
      resume = go
    })
    const counts = {
      counts: async (ids: readonly string[]) => {
        const found = await site.deps.counts.counts(ids)
        if (!ids.includes('p2')) await paused
        return found
      },
    }
    const slow = publishLists({ ...site.deps, counts })
    await site.react(await site.publish('p2'))
    resume()
    await slow
    expect(site.page('/petitions')).toMatch(/Друга[\s\S]*Перша/)
  })
})

describe('what goes wrong', () => {
  test('a petition that cannot be published is reported and holds up no other', async () => {
    await site.react(await site.open())
    await site.submit('good')
    await site.submit('bad')
    const [bad, good] = [await site.publish('bad'), await site.publish('good')]
    site.objects.faults = (_operation, key) => (key.includes('/bad/') ? 'lost' : 'none')
    expect(await site.react(bad, good)).toEqual({ batchItemFailures: [{ itemIdentifier: '100' }] })
    expect(site.page('/petitions/good')).toBeDefined()
    expect(site.metrics.counted.map(({ name }) => name)).toEqual(['PublishingFailures'])
    site.objects.faults = () => 'none'
    expect(await site.react(bad, good)).toEqual(ALL_RIGHT)
    expect(site.page('/petitions/bad')).toBeDefined()
  })

  test('lists that cannot be written are tried again with the change that called for them', async () => {
    await site.react(await site.open())
    await site.submit('p1', 'Зупинка біля школи')
    const changes = await site.publish('p1')
    site.objects.faults = (_operation, key) => (key === 'petitions/index.html' ? 'lost' : 'none')
    expect((await site.react(changes)).batchItemFailures).toEqual([{ itemIdentifier: '100' }])
    site.objects.faults = () => 'none'
    expect(await site.react(changes)).toEqual(ALL_RIGHT)
    expect(site.page('/petitions')).toContain('Зупинка біля школи')
  })

  test('a list of signers that was half written is made whole', async () => {
    await site.react(await site.open(1000))
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    const changes = await site.sign('p1', 300)
    site.objects.faults = (_operation, key) => (key.startsWith('en/petitions/p1/signers/2') ? 'lost' : 'none')
    expect((await site.react(changes)).batchItemFailures).toHaveLength(1)
    site.objects.faults = () => 'none'
    await site.react(changes)
    expect(site.page('/en/petitions/p1/signers/2')?.match(/Марія-/g)).toHaveLength(44)
    expect(site.page('/en/petitions/p1/signers/1')).toContain('/petitions/p1/signers/2')
  })
})

describe('what search engines and feed readers are told', () => {
  test('each page that may be found names its one address and its other language', async () => {
    await site.react(await site.open())
    await site.submit('p1', 'Зупинка <біля> школи')
    await site.react(await site.publish('p1'))
    const pages = [...site.objects.objects.keys()].filter((key) => key.endsWith('index.html'))
    for (const key of pages) {
      const html = site.objects.text(key)!
      if (html.includes('content="noindex"')) continue
      const path = `/${key.replace(/^en\//, '').replace(/\/?index\.html$/, '')}`
      const english = path === '/' ? '/en/' : `/en${path}`
      const own = key.startsWith('en/') ? english : path
      expect(html, key).toContain(`<link rel="canonical" href="https://viche.example${own}"/>`)
      expect(html, key).toContain(`hreflang="en" href="https://viche.example${english}"`)
      expect(html, key).toContain(`hreflang="x-default" href="https://viche.example${path}"`)
    }
    const page = site.page('/en/petitions/p1')!
    expect(page).toContain('content="https://viche.example/en/petitions/p1/share.png"')
    expect(page).toContain('<h1 dir="auto" lang="uk">Зупинка &lt;біля&gt; школи</h1>')
    const [, data] = /<script type="application\/ld\+json">([^<]*)</.exec(page)!
    expect(JSON.parse(data!)).toMatchObject({ name: 'Зупинка <біля> школи', inLanguage: 'uk' })
  })

  test('the map has every page in both languages, but no list of signers', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    const map = site.objects.text('sitemap.xml')!
    for (const path of ['/', '/en/', '/petitions/p1', '/en/petitions/p1', '/communities/kalynivka'])
      expect(map).toContain(`<loc>https://viche.example${path}</loc>`)
    expect(map).toContain('<lastmod>2026-03-02T08:00:00.000Z</lastmod>')
    expect(map).not.toContain('signers')
    expect(site.objects.text('robots.txt')).toContain('Sitemap: https://viche.example/sitemap.xml')
  })

  test('feeds tell of a petition and of its community, and stay the same until something happens', async () => {
    await site.react(await site.open(1))
    await site.submit('p1', 'Зупинка біля школи')
    await site.react(await site.publish('p1'))
    const feeds = () =>
      ['petitions/p1/feed.atom', 'en/petitions/p1/feed.atom', 'communities/kalynivka/feed.atom'].map(
        (key) => site.objects.text(key)!,
      )
    const [own, english, community] = feeds()
    expect(own).toContain('<id>https://viche.example/petitions/p1#event-2</id>')
    expect(own).toContain('Петицію оприлюднено')
    expect(english).toContain('<updated>2026-03-02T08:00:00.000Z</updated>')
    expect(community).toContain('<id>https://viche.example/petitions/p1#published</id>')
    site.clock.set('2026-03-03T09:00:00.000Z')
    await publishByClock(site.deps)
    expect(feeds()).toEqual([own, english, community])
    await site.react(await site.sign('p1', 1), [{ pk: 'PETITION#p1', sk: 'PETITION' }])
    expect(feeds()[0]).toMatch(/Зібрано необхідну кількість підписів[\s\S]*Петицію оприлюднено/)
    expect(feeds()[2]).toContain('<id>https://viche.example/petitions/p1#thresholdReached</id>')
  })
})

describe('the site around petitions', () => {
  test('is published with its communities and hosts, for people and machines', async () => {
    expect(await site.react(await site.open())).toEqual(ALL_RIGHT)
    for (const place of ['/about', '/privacy', '/communities', '/communities/kalynivka', '/']) {
      expect(site.page(place), place).toMatch(/<html lang="uk"/)
      expect(site.page(`/en${place}`), place).toMatch(/<html lang="en"/)
    }
    expect(site.page('/en/communities/kalynivka')).toContain('Dbaiemo NGO')
    expect(site.objects.text('404.html')).toContain('noindex')
    expect(site.objects.text('robots.txt')).toMatch(/^User-agent: \*\n/)
    expect(JSON.parse(site.objects.text('api/v1/openapi.json')!).openapi).toMatch(/^3\.1/)
  })

  test('is made anew from the table where the files were lost', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    await publishOpenData(site.deps)
    const before = site.public()
    site.objects.objects.clear()
    await publishEverything(site.deps)
    const sorted = (text: string) => text.split('\n').toSorted().join('\n')
    expect(sorted(site.public())).toBe(sorted(before))
  })

  test('is open data each hour, by the fields of the draft national set', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.submit('p2')
    await site.react(await site.publish('p1'))
    await publishByClock(site.deps)
    const set = JSON.parse(site.objects.text('api/v1/open-data/petitions.json') ?? '')
    expect(openDataSet.parse(set)).toEqual(set)
    expect(set.items).toEqual([
      expect.objectContaining({
        uid: 'p1',
        url: 'https://viche.example/petitions/p1',
        authorityName: 'Калинівська міська рада',
        status: 'триває збір підписів',
        count: 0,
        answerText: '',
      }),
    ])
    const [head, row] = (site.objects.text('api/v1/open-data/petitions.csv') ?? '').split('\r\n')
    expect(head?.split(',').slice(0, 4)).toEqual(['uid', 'kind', 'title', 'url'])
    expect(row).toContain('p1,електронна петиція,')
  })

  test('counts down the days by itself', async () => {
    await site.react(await site.open())
    await site.submit('p1')
    await site.react(await site.publish('p1'))
    await publishByClock(site.deps)
    const today = site.page('/petitions/p1')
    await publishByClock(site.deps)
    expect(site.page('/petitions/p1')).toBe(today)
    site.clock.set('2026-03-02T22:30:00.000Z')
    await publishByClock(site.deps)
    expect(site.page('/petitions/p1')).not.toBe(today)
  })
})
