import { afterAll, beforeAll, expect, test } from 'vitest'
import { idGovUaProvider } from '../../../functions/adapters/identity/id-gov-ua'
import { systemRandom } from '../../../functions/adapters/system'
import type { ProfileDecryptor } from '../../../functions/ports/profile-decryptor'
import { type IdGovUa, startIdGovUa } from '../../support/id-gov-ua'

const redirectUri = 'http://localhost:1/identity/id-gov-ua/callback'
const oksana = {
  ...{ lastname: 'ШЕВЧЕНКО', givenname: 'ОКСАНА', middlename: 'МИКОЛАЇВНА' },
  ...{ drfocode: '3012345678', unzr: '19820704-00017', phone: '+380670000000' },
}

let host: IdGovUa
beforeAll(async () => {
  host = await startIdGovUa()
})
afterAll(() => host.stop())

function provider(
  options: { certificate?: string; decryptor?: ProfileDecryptor; secret?: string; patienceMs?: number } = {},
) {
  const { certificate = '', decryptor, secret = host.clientSecret, patienceMs = 5000 } = options
  return idGovUaProvider(
    {
      ...{ url: host.url, clientId: host.clientId, clientSecret: async () => secret, redirectUri },
      ...{ authTypes: 'dig_sign,bank_id,diia_id', certificate, patienceMs },
    },
    { random: systemRandom, ...(decryptor && { decryptor }) },
  )
}

async function identified(profile: Record<string, string>, options: Parameters<typeof provider>[0] = {}) {
  const asking = provider(options)
  const { address, remembered } = await asking.begin()
  return asking.finish(await answered(address, profile), remembered)
}

/** The browser at the host: it fills in the page and comes back. */
async function answered(address: string, profile: Record<string, string>): Promise<URLSearchParams> {
  const { searchParams } = new URL(address)
  const page = await fetch(address)
  if (!page.ok) throw new Error(await page.text())
  const form = { ...profile, state: searchParams.get('state')!, redirect_uri: redirectUri }
  const answer = await fetch(`${host.url}/answer`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  })
  return new URL(answer.headers.get('location')!).searchParams
}

test('says who somebody is, and is asked for no more than that', async () => {
  host.asked.length = 0
  expect(await identified(oksana)).toEqual({
    level: 'id-gov-ua',
    person: { surname: 'Шевченко', givenName: 'Оксана', patronymic: 'Миколаївна' },
    personId: 'tax:3012345678',
  })
  const fields = host.asked.map((address) => new URL(address).searchParams.get('fields')).filter(Boolean)
  expect(fields).toEqual(['lastname,givenname,middlename,drfocode,unzr'])
})

test('who has no tax number is known by the register', async () => {
  expect((await identified({ ...oksana, drfocode: '' })).personId).toBe('register:1982070400017')
})

test('a profile in an envelope is opened by the plug, and refused without it', async () => {
  const certificate = 'MIIC'
  expect((await identified(oksana, { certificate, decryptor: host.decryptor })).personId).toBe(
    'tax:3012345678',
  )
  await expect(identified(oksana, { certificate })).rejects.toMatchObject({ reason: 'unreadable' })
  const blind = { decrypt: () => Promise.reject(new Error('another key')) }
  await expect(identified(oksana, { certificate, decryptor: blind })).rejects.toMatchObject({
    reason: 'unreadable',
  })
})

test.each<[string, Record<string, string>, string]>([
  ['no surname', { lastname: '' }, 'nameless'],
  ['digits in the name', { givenname: 'Оксана2' }, 'unusual-name'],
  ['two alphabets in the name', { givenname: 'Oксана' }, 'unusual-name'],
  ['no number', { drfocode: '0000000000', unzr: '' }, 'unidentified'],
  ['who turned back', { act: 'cancel' }, 'cancelled'],
])('%s: refused', async (_, own, reason) => {
  await expect(identified({ ...oksana, ...own })).rejects.toMatchObject({ reason })
})

test('the state of another browser, a code that was used and a wrong secret are refused', async () => {
  const asking = provider()
  const [own, other] = [await asking.begin(), await asking.begin()]
  const callback = await answered(own.address, oksana)
  await expect(asking.finish(callback, other.remembered)).rejects.toMatchObject({ reason: 'untrusted' })
  await asking.finish(callback, own.remembered)
  await expect(asking.finish(callback, own.remembered)).rejects.toMatchObject({ reason: 'expired' })
  await expect(identified(oksana, { secret: 'wrong' })).rejects.toMatchObject({ reason: 'expired' })
})

const json = { 'content-type': 'application/json' }
test.each<[string, string, () => Response]>([
  [
    'a page instead of a token',
    '/get-access-token',
    () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
  ],
  ['a token of another shape', '/get-access-token', () => Response.json({ access_token: 1 })],
  ['a profile of another shape', '/get-user-info', () => Response.json({ lastname: { text: 'Шевченко' } })],
  ['no JSON', '/get-user-info', () => new Response('{', { headers: json })],
  ['an error as status 200', '/get-user-info', () => Response.json({ error: 2, message: 'no' })],
  ['a server in trouble', '/get-user-info', () => Response.json({}, { status: 502 })],
  ['a way to another host', '/get-user-info', () => Response.redirect('http://localhost:1/')],
  ['a megabyte', '/get-user-info', () => new Response(`"${'x'.repeat(1e6)}"`, { headers: json })],
])('%s: unavailable', async (_, path, instead) => {
  host.instead.set(path, instead)
  await expect(identified(oksana)).rejects.toMatchObject({ reason: 'unavailable' })
  host.instead.delete(path)
})

test('an answer that does not come is given up', async () => {
  host.instead.set('/get-user-info', () => new Promise(() => {}))
  const hurried = identified(oksana, { patienceMs: 200 })
  await expect(hurried).rejects.toMatchObject({ reason: 'unavailable' })
  host.instead.delete('/get-user-info')
})
