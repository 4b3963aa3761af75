import type { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../../../functions/actions/run-command'
import { composeResidents } from '../../../functions/composition/residents'
import { readEnvironment } from '../../../functions/environment'
import { topology } from '../../../infra/topology'
import { testCommunity } from '../../support/communities'
import { type IdGovUa, startIdGovUa } from '../../support/id-gov-ua'
import { startWorld, type World } from '../api/world'

let world: World
let host: IdGovUa
let app: Hono
let petition: string

beforeAll(async () => {
  ;[world, host] = await Promise.all([startWorld(), startIdGovUa()])
  app = composeResidents(
    { ...world.platform, secrets: { read: async () => host.clientSecret } },
    readEnvironment('residents', {
      ...topology.settings,
      TABLE_NAME: world.dynamo.tableName,
      PUBLIC_URL: 'https://petitions.example',
      ROOT_KEY_ID: 'root',
      MAIL_QUEUE_URL: 'https://queue.example/mail',
      ID_GOV_UA_URL: host.url,
      ID_GOV_UA_CLIENT_ID: host.clientId,
    }),
  )
  const { id } = await world.submitted()
  const settings = { ...testCommunity.settings, identities: ['email', 'id-gov-ua'] as const }
  const logOrigin = `petitions.example/log/${id}`
  await runCommand(world.deps, id, { type: 'publish', by: { role: 'moderator' }, settings, logOrigin })
  petition = id
})
afterAll(() => Promise.all([world?.dynamo.stop(), host?.stop()]))

const oksana = { lastname: 'Шевченко', givenname: 'Оксана', drfocode: '3012345678' }

function sends(path: string, fields: Record<string, string>, cookie = '') {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.request(path, {
    method: 'POST',
    headers: { ...type, cookie },
    body: new URLSearchParams(fields),
  })
}

const cookieOf = (answer: Response) => (answer.headers.getSetCookie().at(-1) ?? '').split(';')[0]!

/** On the way to the host. */
async function sent() {
  const begin = await sends('/identity/id-gov-ua/begin', { petition, noticeRead: 'on' })
  const address = new URL((begin.headers.get('refresh') ?? '').replace('0; url=', ''))
  return { begin, cookie: cookieOf(begin), state: address.searchParams.get('state')! }
}

/** Back from it, before the button. */
async function identified(profile: Record<string, string> = oksana) {
  const { cookie, state } = await sent()
  const form = { ...profile, state, redirect_uri: 'https://petitions.example/identity/id-gov-ua/callback' }
  const init = { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' } as const
  const back = (await fetch(`${host.url}/answer`, init)).headers.get('location')!
  const path = back.replace('https://petitions.example', '')
  const answer = await app.request(path, { headers: { cookie } })
  const confirm = answer.headers.get('location') ?? ''
  const own = cookieOf(answer)
  const page = await (await app.request(confirm, { headers: { cookie: own } })).text()
  const [trip, secret] = ['trip', 'form'].map(
    (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1],
  )
  return {
    path,
    sentWith: cookie,
    answer,
    confirm,
    cookie: own,
    page,
    fields: { trip: trip ?? '', form: secret ?? '' },
  }
}

test('the way there is kept by the browser alone, for this host, out of reach of scripts and other sites', async () => {
  const { begin } = await sent()
  const [kept = ''] = begin.headers.getSetCookie()
  expect(kept).toMatch(/^__Host-identity-[\w-]{12}=/)
  for (const rule of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax', 'Max-Age=900'])
    expect(kept).toContain(rule)
  expect(begin.headers.get('cache-control')).toBe('no-store')
})

test('without the notice nobody is sent anywhere', async () => {
  const unread = await sends('/identity/id-gov-ua/begin', { petition })
  expect([unread.status, unread.headers.get('refresh'), unread.headers.getSetCookie()]).toEqual([
    400,
    null,
    [],
  ])
})

test('nothing is signed before the button, and nothing by a form that is not the page’s', async () => {
  const { confirm, page, cookie, fields } = await identified()
  expect(confirm).not.toMatch(/code|state|30123/)
  expect(page).toContain('Шевченко Оксана')
  const foreign = await sends('/identity/confirm', { ...fields, form: 'made up', act: 'sign' }, cookie)
  expect(foreign.status).toBe(400)
  expect(await world.rows(`SIGNATURES#${petition}`)).toEqual([])
  const signed = await sends('/identity/confirm', { ...fields, act: 'sign' }, cookie)
  expect(signed.status).toBe(200)
  expect(await world.rows(`SIGNATURES#${petition}`)).toMatchObject([{ level: { S: 'id-gov-ua' } }])
})

test('an answer serves once, even with the cookie that belonged to it', async () => {
  const { path, sentWith } = await identified()
  expect((await app.request(path, { headers: { cookie: sentWith } })).status).toBe(410)
})

test('a quarter of an hour later the button signs nothing', async () => {
  const { cookie, fields } = await identified({ ...oksana, drfocode: '2012345678' })
  world.clock.forward(15 * 60)
  const late = await sends('/identity/confirm', { ...fields, act: 'sign' }, cookie)
  expect([late.status, (await late.text()).includes('identity-expired')]).toEqual([410, true])
  expect(await world.rows(`SIGNATURES#${petition}`)).toHaveLength(1)
})

test('a provider that the installation or the council does not have is refused with the other ways', async () => {
  const refused = await app.request(`/identity/openid/begin?petition=${petition}`)
  const text = await refused.text()
  expect([refused.status, text.includes('identity-not-accepted')]).toEqual([403, true])
  expect(text).toContain(`/identity/id-gov-ua/begin?petition=${petition}`)
})
