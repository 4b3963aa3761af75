import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PetitionView } from '../../shared/petition/view'
import type { Answer } from '../support/journeys/answer'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { shelter } from '../support/journeys/wishes'

let town: Town
let editor: Staff
let hook: Hook
let id: string

beforeAll(async () => {
  town = await Town.start()
  hook = await Hook.start()
  editor = town.staff('editor@kalynovyi-mist.example')
  id = await town.resident(0).submits(shelter)
})
afterAll(async () => {
  await town?.stop()
  hook?.stop()
})

interface News {
  readonly type: string
  readonly data: { readonly event?: { readonly type: string }; readonly petition?: PetitionView }
}

/** The NGO's own server, written by its one-person web team: it verifies, and does each thing once. */
class Hook {
  /** What had an effect, by the id of its message. */
  readonly effects = new Map<string, News>()
  /** How often it still answers that it is out of order. */
  broken = 0
  asked = 0
  secret = ''
  readonly #server: Server

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const body = await text(request)
      response.writeHead(this.#take(request, body)).end()
    })
  }

  static async start(): Promise<Hook> {
    const hook = new Hook()
    await new Promise<void>((done) => hook.#server.listen(0, '127.0.0.1', done))
    return hook
  }

  get url(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}/viche`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  #take({ headers }: IncomingMessage, body: string): number {
    this.asked++
    if (this.broken > 0) {
      this.broken--
      return 503
    }
    try {
      const news = new Webhook(this.secret).verify(body, headers as Record<string, string>) as News
      const message = String(headers['webhook-id'])
      if (!this.effects.has(message)) this.effects.set(message, news)
      return 204
    } catch {
      return 401
    }
  }
}

/** What a page shows this once. */
const shownIn = (page: Answer) => /<textarea id="secret"[^>]*>([^<]+)</.exec(page.text)![1]!

const asks = (key: string, path: string) =>
  town.get(`/api/v1/systems/petitions${path}`, { authorization: `Bearer ${key}` })

/** Presses a button on a page of the desk. */
async function presses(page: string, button: string, fields: Record<string, string> = {}): Promise<Answer> {
  return town.press(await editor.desk(page), button, fields, await editor.credentials())
}

let key: string

test('the NGO’s editor makes a key, and a program reads with it what is not published yet', async () => {
  const made = await presses('/staff/systems', 'Створити ключ', {
    ...{ name: 'Сайт', days: '90' },
    'petitions:read': 'on',
  })
  key = shownIn(made)
  expect(key).toMatch(/^viche_[a-z2-9]{8}_[a-z2-9]{39}$/)
  const { items } = (await asks(key, '')).accepted<{ items: { id: string; status: string }[] }>()
  expect(items).toMatchObject([{ id, status: 'moderation' }])
  expect((await asks(key, `/${id}`)).accepted<PetitionView>().deadlines[0]?.rule).toBe('R2')
  expect(await editor.readsDesk('/staff/systems')).toContain('Останнє використання')
})

test('the key opens nothing that it was not made for', async () => {
  expect((await asks(key, `/${id}/notices`)).problem).toEqual([403, 'key-scope'])
  expect((await asks(key, `/${id}/dossier.json`)).problem).toEqual([403, 'key-scope'])
  const headers = { authorization: `Bearer ${key}` }
  expect((await town.post(`/api/v1/staff/petitions/${id}/publish`, {}, headers)).problem).toEqual([
    401,
    'sign-in-required',
  ])
})

test('a receiver is added, tested, and what does not arrive at once comes again, to one effect', async () => {
  const wanted = { name: 'Бот', url: hook.url, published: 'on' }
  const added = await presses('/staff/systems', 'Додати отримувача', wanted)
  hook.secret = shownIn(added)
  const page = /href="(\/staff\/systems\/receiver\?[^"&]+&(?:amp;)?receiver=[0-9a-f]+)"/
    .exec((await editor.desk('/staff/systems')).text)![1]!
    .replaceAll('&amp;', '&')
  await presses(page, 'Надіслати пробне повідомлення')
  await town.until('the test message', async () => hook.effects.size === 1)

  hook.broken = 2
  hook.asked = 0
  await editor.does(id, 'publish', {})
  await town.until('the news of the publication', async () => hook.effects.size === 2)
  await town.settled()
  expect(hook.asked).toBe(3)
  const { type, data } = [...hook.effects.values()].at(-1)!
  expect([type, data.event?.type, data.petition?.id]).toEqual(['petition.published', 'published', id])
  const shown = await editor.readsDesk(page)
  expect(shown).toContain('Петицію оприлюднено')
  expect(shown).toContain('Спроби: 3')
})

test('an address within the installation is refused before anything is saved', async () => {
  for (const url of [
    'https://169.254.169.254/latest',
    'https://localhost.:8443/',
    'http://ngo.example.org/',
  ]) {
    const wanted = { name: 'Ні', url, published: 'on' }
    const back = await presses('/staff/systems', 'Додати отримувача', wanted)
    expect(back.status).toBe(400)
    expect(back.text).toContain(`value="${url}"`)
  }
})

test('the key is replaced with a week for both, and revoked at once', async () => {
  const fresh = shownIn(await presses('/staff/systems', 'Замінити'))
  expect([(await asks(key, '')).status, (await asks(fresh, '')).status]).toEqual([200, 200])
  await presses('/staff/systems', 'Відкликати назавжди')
  expect((await asks(fresh, '')).problem).toEqual([401, 'key-required'])
  expect((await asks(key, '')).status).toBe(200)
})
