import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { sessionTable } from '../../../functions/adapters/dynamodb/sessions'
import { variableSecrets } from '../../../functions/adapters/variable-secrets'
import type { Grant } from '../../../shared/staff/staff-member'
import { councilHost, testCommunity } from '../../support/communities'
import { type OpenIdProvider, STRONG, startOpenIdProvider, WEAK } from '../../support/openid-provider'
import { signInAt } from '../../support/openid-sign-in'
import { rowsOf } from '../../support/rows'
import { type Office, openOffice, post, postForm, SITE, START } from './office'

const CALLBACK = `${SITE}/staff/openid/kalynivka/callback`
const HERE = 'community:kalynivka'

let provider: OpenIdProvider
let office: Office
beforeAll(async () => {
  provider = await startOpenIdProvider()
  provider.expect(CALLBACK)
  const { issuer, clientId, clientSecret } = provider
  const councils = [
    { community: 'kalynivka', issuer, clientId, acr: STRONG },
    { community: 'inshe', issuer: 'http://localhost:1', clientId },
  ]
  const secrets = { STAFF_OPENID_KALYNIVKA: clientSecret, STAFF_OPENID_INSHE: 'x' }
  const settings = { STAFF_OPENID: JSON.stringify(councils), REAUTHENTICATE_MINUTES: '10' }
  office = await openOffice(settings, variableSecrets(secrets))
  await communityTable(office.table).putCommunity({ ...testCommunity, id: 'inshe' })
  await communityTable(office.table).putHost({ ...councilHost, id: 'inshe-rada', communities: ['inshe'] })
})
afterAll(() => Promise.all([office?.stop(), provider?.stop()]))
beforeEach(() => office.clock.set(START))

let people = 0
/** Somebody with these roles, whom the council's provider knows. */
async function employ(grants: readonly Grant[], claims: Record<string, unknown> = {}) {
  const id = `m${people++}`
  const email = `${id}@rada.example`
  if (grants.length > 0) await office.staff.putStaff({ id, name: 'Мавка', email, grants })
  provider.people.set(id, { email: email.toUpperCase(), email_verified: true, acr: STRONG, ...claims })
  return { id, email }
}

/** On the way to the provider. */
async function sent(fields: Record<string, string> = {}, cookie = '', community = 'kalynivka') {
  const answer = await postForm(office.app, `/staff/openid/${community}`, fields, cookie)
  const address = (answer.headers.get('refresh') ?? '').replace('0; url=', '')
  const trip = (answer.headers.getSetCookie()[0] ?? '').split(';')[0]!
  return { answer, address, trip }
}

const back = async (callback: URLSearchParams, cookie: string, community = 'kalynivka') =>
  office.app.request(`/staff/openid/${community}/callback?${callback}`, { headers: { cookie } })

/** There and back. */
async function signIn(who: string, fields: Record<string, string> = {}, cookie = '') {
  const { address, trip } = await sent(fields, cookie)
  const callback = await signInAt(address, who, CALLBACK)
  return { answer: await back(callback, [trip, cookie].filter(Boolean).join('; ')), callback, trip }
}

function sessionIn(answer: Response): string {
  const set = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-viche_session='))
  return (set ?? '').split(';')[0]!
}

async function refused(answer: Response): Promise<string> {
  expect(sessionIn(answer)).toBe('')
  return /<code>([\w-]+)<\/code>/.exec(await answer.text())?.[1] ?? `status ${answer.status}`
}

const publish = async (cookie: string, id?: string) =>
  post(office.app, `/api/v1/staff/petitions/${id ?? (await office.submitted())}/publish`, {}, cookie)

describe('signing in by the council’s provider', () => {
  it('is offered by name, keeps its state in this browser, and lets in, as recently proved', async () => {
    const page = await (await office.app.request('/staff/sign-in')).text()
    expect(page).toContain('Увійти через систему ради: Калинівська міська рада')
    const { answer, address } = await sent()
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-council-[\w-]{12}=.*Max-Age=600.*HttpOnly.*Secure.*SameSite=Lax/,
    )
    const asked = Object.fromEntries(new URL(address).searchParams)
    expect(asked).toMatchObject({ prompt: 'login', max_age: '0', acr_values: STRONG })
    expect(asked).toMatchObject({ code_challenge_method: 'S256', scope: 'openid email' })

    const { id } = await employ([{ role: 'moderator', scope: HERE }])
    const petition = await office.submitted()
    const { answer: arrived } = await signIn(id, { petition })
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, `/staff/petitions/${petition}`])
    expect((await publish(sessionIn(arrived), petition)).status).toBe(200)
    const trail = (await rowsOf(office.table, [])).filter(
      (row) => /AUDIT#/.test(row) && row.includes(`"${id}"`),
    )
    expect(trail.filter((row) => row.includes('"sign-in"'))).toHaveLength(1)
    expect(trail.every((row) => row.includes(`AUDIT#${HERE}`))).toBe(true)
  })

  it('gives the roles of that council alone, and no hand on keys that open more', async () => {
    const { id, email } = await employ([
      { role: 'operator', scope: '*' },
      { role: 'head', scope: 'community:inshe' },
      { role: 'head', scope: HERE },
    ])
    const cookie = sessionIn((await signIn(id)).answer)
    const { staff } = await (
      await office.app.request('/api/v1/staff/session', { headers: { cookie } })
    ).json()
    expect(staff.grants).toEqual([{ role: 'head', scope: HERE }])
    const see = async (path: string) => (await office.app.request(path, { headers: { cookie } })).status
    expect(await see('/staff/settings/kalynivka')).toBe(200)
    expect(await see('/staff/settings/inshe')).toBe(403)
    expect(await see('/staff/people?scope=*')).toBe(403)
    expect((await post(office.app, '/api/v1/staff/passkeys/options', {}, cookie)).status).toBe(403)
    const [session] = await sessionTable(office.table).sessions(id)
    for (const step of ['rename', 'remove']) {
      const fields = { csrf: session!.csrf, id: 'x', name: 'x' }
      expect((await postForm(office.app, `/staff/security/${step}`, fields, cookie)).status).toBe(403)
    }
    expect(await (await office.app.request('/staff/security', { headers: { cookie } })).text()).not.toContain(
      'data-kind="enrol"',
    )
    office.clock.forward(70 * 60)
    const renewed = await office.app.request('/api/v1/staff/session', { headers: { cookie } })
    const again = await office.app.request('/api/v1/staff/session', {
      headers: { cookie: sessionIn(renewed) },
    })
    expect((await again.json()).staff.grants).toEqual([{ role: 'head', scope: HERE }])
    const member = (await office.staff.byEmail(email))!
    await office.staff.putStaff({ ...member, grants: [{ role: 'operator', scope: '*' }] })
    const gone = await office.app.request('/api/v1/staff/session', {
      headers: { cookie: sessionIn(renewed) },
    })
    expect(gone.status).toBe(401)
  })

  it('asks there once more before what cannot be taken back, and the form goes on', async () => {
    const { id } = await employ([{ role: 'moderator', scope: HERE }])
    const cookie = sessionIn((await signIn(id)).answer)
    const petition = await office.submitted()
    office.clock.forward(11 * 60)
    const [session] = await sessionTable(office.table).sessions(id)
    const csrf = session!.csrf
    const asked = await postForm(
      office.app,
      `/staff/petitions/${petition}/publish`,
      { csrf, seq: '1' },
      cookie,
    )
    expect(asked.status).toBe(401)
    const page = await asked.text()
    expect(page).toContain('action="/staff/openid/kalynivka"')
    expect(page).not.toContain('viche-passkey')
    const { answer } = await signIn(id, {}, cookie)
    expect(answer.headers.get('location')).toBe('/staff/kept')
    const proved = sessionIn(answer)
    const kept = await office.app.request('/staff/kept', { headers: { cookie: proved } })
    expect(kept.status).toBe(200)
    const forward = await postForm(office.app, '/staff/kept?send', { csrf }, proved)
    expect([forward.status, forward.headers.get('location')]).toEqual([
      307,
      `/staff/petitions/${petition}/publish`,
    ])
    expect((await publish(proved, petition)).status).toBe(200)
    expect((await office.app.request('/api/v1/staff/session', { headers: { cookie } })).status).toBe(401)
  })
})

describe('nobody is let in', () => {
  it('who has no role there, in the same words for strangers and for staff of others', async () => {
    const strangers = [
      await employ([]),
      await employ([{ role: 'head', scope: 'community:inshe' }]),
      await employ([{ role: 'operator', scope: '*' }]),
    ]
    const pages = []
    for (const { id } of strangers) {
      const { answer } = await signIn(id)
      expect([answer.status, sessionIn(answer)]).toEqual([403, ''])
      pages.push(await answer.text())
    }
    expect(pages[0]).toContain('council-no-access')
    expect(new Set(pages).size).toBe(1)
  })

  it.each([
    ['unverified', { email_verified: false }],
    ['unverified', { email: undefined }],
    ['weak', { acr: WEAK }],
    ['weak', { acr: undefined }],
    ['stale', { auth_time: Math.floor(Date.now() / 1000) - 3600 }],
  ])('%s: %j', async (reason, claims) => {
    const { id } = await employ([{ role: 'moderator', scope: HERE }], claims)
    expect(await refused((await signIn(id)).answer)).toBe(`council-${reason}`)
  })

  it('by an answer that is another’s, late, of another council, or used', async () => {
    const { id } = await employ([{ role: 'moderator', scope: HERE }])
    const [one, other] = [await sent(), await sent()]
    const callback = await signInAt(one.address, id, CALLBACK)
    expect(await refused(await back(callback, ''))).toBe('council-expired')
    expect(await refused(await back(callback, other.trip))).toBe('council-expired')
    const renamed = `${one.trip.split('=')[0]}=${other.trip.split('=')[1]}`
    expect(await refused(await back(callback, renamed))).toBe('council-untrusted')
    expect(await refused(await back(callback, `${one.trip}x`))).toBe('council-untrusted')
    expect(await refused(await back(callback, one.trip, 'inshe'))).toBe('council-untrusted')
    office.clock.forward(10 * 60)
    expect(await refused(await back(callback, one.trip))).toBe('council-expired')
    office.clock.set(START)
    expect(sessionIn(await back(callback, one.trip))).not.toBe('')
    expect(await refused(await back(callback, one.trip))).toBe('council-expired')
  })

  it('who turned back, where the provider is down, and where there is none', async () => {
    const { address, trip } = await sent()
    const cancelled = await signInAt(address, '', CALLBACK)
    expect(await refused(await back(cancelled, trip))).toBe('council-cancelled')
    const down = await sent({}, '', 'inshe')
    expect([down.answer.status, await refused(down.answer)]).toEqual([503, 'council-unavailable'])
    expect((await sent({}, '', 'none')).answer.status).toBe(404)
  })
})
