import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiKeyTable } from '../../../functions/adapters/dynamodb/api-keys'
import { officeTable } from '../../../functions/adapters/dynamodb/office'
import { KEY_PER_MINUTE } from '../../../functions/systems/authorise'
import { systemNotices, systemPetitionList } from '../../../shared/http/systems'
import { KEY_BYTES, newKey } from '../../../shared/systems/key-text'
import { councilHost, ngoHost } from '../../support/communities'
import { type Office, openOffice, postForm } from '../staff/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

const NGO = `host:${ngoHost.id}`
const ALL = { 'petitions:read': 'on', 'notices:read': 'on', 'dossier:read': 'on' }

/** An editor of the NGO, signed in. */
async function editor(scope: Parameters<Office['hire']>[1] = `host:${ngoHost.id}`) {
  const cookie = await office.signIn(await office.hire('ngo-editor', scope))
  const page = await (await office.app.request('/staff', { headers: { cookie } })).text()
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const sends = (change: string, fields: Record<string, string>) =>
    postForm(office.app, `/staff/systems/keys/${change}`, { csrf, scope: NGO, ...fields }, cookie)
  return {
    sends,
    sees: async () => (await office.app.request('/staff/systems', { headers: { cookie } })).text(),
    makes: async (fields: Record<string, string> = { 'petitions:read': 'on' }) =>
      keyIn(await sends('make', { name: 'Сайт', days: '30', ...fields })),
  }
}

async function keyIn(answer: Response): Promise<string> {
  const [, key] = /<textarea id="secret"[^>]*>(viche_[a-z0-9_]+)</.exec(await answer.text()) ?? []
  if (!key) throw new Error(`no key was shown: ${answer.status}`)
  return key
}

const asks = (key: string | undefined, path = '/petitions', headers: Record<string, string> = {}) =>
  office.app.request(`/api/v1/systems${path}`, {
    headers: { ...headers, ...(key && { authorization: `Bearer ${key}` }) },
  })

describe('a key', () => {
  it('is shown once, and kept only as its hash', async () => {
    const one = await editor()
    const key = await one.makes()
    expect(await one.sees()).not.toContain(key)
    const { Items } = await office.table.db.send(new ScanCommand({ TableName: office.table.name }))
    expect(JSON.stringify(Items)).not.toContain(key.slice(15))
    const lines = await officeTable(office.table).register(NGO as 'host:x', 10)
    expect(lines[0]).toMatchObject({ kind: 'key-made', system: { name: 'Сайт' } })
  })

  it('reads the petitions of its organisation, unpublished ones too, and nobody else’s', async () => {
    const key = await (await editor()).makes(ALL)
    const own = await office.submitted(ngoHost.id)
    const other = await office.submitted(councilHost.id)
    const { items } = systemPetitionList.parse(await (await asks(key)).json())
    expect(items.map(({ id }) => id)).toContain(own)
    expect(items.map(({ hostId }) => hostId)).not.toContain(councilHost.id)
    const seen = await asks(key, `/petitions/${own}`)
    expect(await seen.json()).toMatchObject({ id: own, status: 'moderation', deadlines: [{ rule: 'R2' }] })
    expect(seen.headers.get('cache-control')).toBe('no-store')
    const notices = systemNotices.parse(await (await asks(key, `/petitions/${own}/notices`)).json())
    expect(notices.items.map(({ kind }) => kind)).toContain('moderation-due')
    expect(JSON.stringify(notices)).not.toContain('@')
    expect((await asks(key, `/petitions/${other}`)).status).toBe(404)
    expect((await asks(key, '/petitions/nosuch')).status).toBe(404)
  })

  it('lists page after page, each petition once', async () => {
    const key = await (await editor()).makes()
    for (let n = 0; n < 4; n++) await office.submitted(ngoHost.id)
    const all = systemPetitionList.parse(await (await asks(key)).json()).items.map(({ id }) => id)
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await asks(
        key,
        `/petitions?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      )
      const { items, nextCursor } = systemPetitionList.parse(await page.json())
      seen.push(...items.map(({ id }) => id))
      cursor = nextCursor
    } while (cursor)
    expect(seen).toEqual(all)
  })

  it('is good only for what it was made for', async () => {
    const key = await (await editor()).makes()
    const id = await office.submitted(ngoHost.id)
    const refused = await asks(key, `/petitions/${id}/notices`)
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'key-scope'])
    expect(refused.headers.get('www-authenticate')).toContain('scope="notices:read"')
  })

  it('does nothing that is a person’s, neither by itself nor in the name of one', async () => {
    const key = await (await editor()).makes(ALL)
    const id = await office.submitted(ngoHost.id)
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
    for (const path of [`/api/v1/staff/petitions/${id}/publish`, `/api/v1/staff/petitions/${id}/annul`]) {
      const answer = await office.app.request(path, { method: 'POST', headers, body: '{}' })
      expect(answer.status).toBe(401)
    }
    expect((await office.app.request('/staff/systems', { headers })).status).toBe(303)
    const posted = await office.app.request('/api/v1/systems/petitions', {
      method: 'POST',
      headers,
      body: '{}',
    })
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('that is unknown, wrong, cut short or missing is refused in the same words', async () => {
    const key = await (await editor()).makes()
    const { text: unknown } = newKey(new Uint8Array(KEY_BYTES).fill(7))
    const [id] = /viche_[^_]+_/.exec(key)!
    const wrong = id + newKey(new Uint8Array(KEY_BYTES)).text.slice(id.length)
    for (const text of [unknown, wrong, key.slice(0, -1), `${key}a`, undefined]) {
      const answer = await asks(text)
      expect([answer.status, (await answer.json()).code]).toEqual([401, 'key-required'])
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="viche"/)
    }
    const session = await office.signIn(await office.hire('ngo-editor', NGO as 'host:x'))
    expect((await asks(undefined, '/petitions', { cookie: session })).status).toBe(401)
  })

  it('is replaced with a week in which both work, once', async () => {
    const one = await editor()
    const old = await one.makes()
    const id = old.split('_')[1]!
    const fresh = await keyIn(await one.sends('rotate', { key: id }))
    expect([(await asks(old)).status, (await asks(fresh)).status]).toEqual([200, 200])
    expect((await one.sends('rotate', { key: id })).status).toBe(409)
    office.clock.forward(7 * 24 * 3600)
    expect([(await asks(old)).status, (await asks(fresh)).status]).toEqual([401, 200])
  })

  it('is revoked at once and stays so', async () => {
    const one = await editor()
    const key = await one.makes()
    const id = key.split('_')[1]!
    expect((await one.sends('revoke', { key: id })).status).toBe(303)
    expect((await asks(key)).status).toBe(401)
    expect((await one.sends('rotate', { key: id })).status).toBe(409)
  })

  it('tells when it was used last, with one write an hour', async () => {
    const one = await editor()
    const key = await one.makes()
    const stored = () => apiKeyTable(office.table).find(key.split('_')[1]!)
    expect((await stored())?.lastUsedAt).toBeUndefined()
    await asks(key)
    const first = (await stored())?.lastUsedAt
    expect(first).toBe(office.clock.now())
    office.clock.forward(3599)
    await asks(key)
    expect((await stored())?.lastUsedAt).toBe(first)
    office.clock.forward(1)
    await asks(key)
    expect((await stored())?.lastUsedAt).toBe(office.clock.now())
  })

  it('has a limit of its own', async () => {
    const one = await editor()
    const [key, other] = [await one.makes(), await one.makes()]
    office.clock.forward(60)
    const answers: number[] = []
    for (let n = 0; n <= KEY_PER_MINUTE; n++) answers.push((await asks(key, '/petitions/nosuch')).status)
    expect(answers.filter((status) => status === 429)).toHaveLength(1)
    expect((await asks(other)).status).toBe(200)
  })
})

describe('keys', () => {
  it.each([
    ['moderator', 'community:kalynivka', 'community:kalynivka'],
    ['secretary', 'community:kalynivka', 'community:kalynivka'],
    ['head', 'community:other', 'community:kalynivka'],
    ['ngo-editor', 'host:other', NGO],
    ['operator', '*', '*'],
  ] as const)('are not made by a %s of %s for %s', async (role, held, scope) => {
    const cookie = await office.signIn(await office.hire(role, held))
    const page = await (await office.app.request('/staff', { headers: { cookie } })).text()
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const fields = { csrf, scope, name: 'Ключ', days: '30', 'petitions:read': 'on' }
    const refused = await postForm(office.app, '/staff/systems/keys/make', fields, cookie)
    expect(refused.status).toBe(403)
    expect(await refused.text()).not.toMatch(/viche_[a-z0-9]{8}_/)
  })

  it('come back with what was typed where something is wrong', async () => {
    const back = await (await editor()).sends('make', { name: '<b>Сайт</b>', days: '366' })
    expect(back.status).toBe(400)
    expect(await back.text()).toContain('value="&lt;b&gt;Сайт&lt;/b&gt;"')
  })

  it('of another organisation cannot be touched', async () => {
    const key = await (await editor()).makes()
    const stranger = await editor('host:other')
    for (const change of ['rotate', 'revoke']) {
      const answer = await stranger.sends(change, { key: key.split('_')[1]!, scope: 'host:other' })
      expect([403, 404]).toContain(answer.status)
    }
    expect((await asks(key)).status).toBe(200)
  })
})
