import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cookieOf, type Office, openOffice, post, postForm, START } from './office'

const LIMITS = { SESSION_IDLE_MINUTES: '45', SESSION_HOURS: '12', REAUTHENTICATE_MINUTES: '10' }
const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let office: Office
beforeAll(async () => {
  office = await openOffice(LIMITS)
})
afterAll(() => office.stop())
beforeEach(() => office.clock.set(START))

const hire = () => office.hire('moderator', 'community:kalynivka')
const read = (cookie: string, headers: Record<string, string> = {}) =>
  office.app.request('/api/v1/staff/session', { headers: { cookie, ...headers } })
const passes = (minutes: number) =>
  office.clock.set(new Date(Date.parse(START) + minutes * 60_000).toISOString())
const publish = async (cookie: string) =>
  post(office.app, `/api/v1/staff/petitions/${await office.submitted()}/publish`, {}, cookie)

describe('a mailed link', () => {
  it('is asked for with the same answer and the same work by a stranger', async () => {
    const before = office.mailQueue.messages.length
    const known = await post(office.app, '/api/v1/staff/sign-in', { email: await hire() })
    const unknown = await post(office.app, '/api/v1/staff/sign-in', { email: 'nobody@staff.example' })
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
    expect(office.mailQueue.messages.length).toBe(before + 2)
    const { token } = office.mailQueue.messages.at(-1) as { token: string }
    expect(await code(await post(office.app, '/api/v1/staff/passkeys/options', { token }))).toBe(
      'token-invalid',
    )
  })

  it('opens nothing of the desk, and changes nothing when a mail scanner opens it', async () => {
    const token = await office.linkFor(await hire())
    const opened = await office.app.request(`/staff/enter?token=${token}`)
    expect([opened.status, opened.headers.get('set-cookie')]).toEqual([200, null])
    const pressed = await postForm(office.app, '/staff/enter', { token })
    expect(pressed.headers.get('set-cookie')).toBeNull()
    expect((await post(office.app, '/api/v1/staff/session', { token })).status).toBe(400)
  })

  it('adds the first key once, and signs in with it', async () => {
    const email = await hire()
    const token = await office.linkFor(email)
    const added = await office.enrols(email, {}, token)
    expect(added.status).toBe(201)
    expect(added.headers.get('set-cookie')).toMatch(/^__Host-viche_session=.*HttpOnly.*Secure.*SameSite=Lax/)
    expect((await read(cookieOf(added))).status).toBe(200)
    expect(await code(await office.enrols(email, {}, token))).toBe('recovery-needed')
  })

  it('adds one key where it is opened twice at once', async () => {
    const email = await hire()
    const token = await office.linkFor(email)
    const both = await Promise.all([office.enrols(email, {}, token), office.enrols(email, {}, token)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 410])
  })

  it('no longer adds a first key when the invitation has lapsed', async () => {
    const email = await hire()
    const member = (await office.staff.byEmail(email))!
    await office.staff.putStaff({ ...member, invitedAt: '2026-02-16T08:59:00.000Z' })
    expect(await code(await office.enrols(email))).toBe('invitation-lapsed')
  })

  it('limits links an address can be sent', async () => {
    const email = await hire()
    const answers = []
    for (let n = 0; n < 9; n++)
      answers.push((await post(office.app, '/api/v1/staff/sign-in', { email })).status)
    expect(answers.slice(0, 8)).toEqual(Array(8).fill(202))
    expect(answers[8]).toBe(429)
  })

  it('is refused after a quarter of an hour, forged, and of another purpose', async () => {
    const token = await office.linkFor(await hire())
    const begin = async (token: string) =>
      code(await post(office.app, '/api/v1/staff/passkeys/options', { token }))
    passes(16)
    expect(await begin(token)).toBe('token-expired')
    passes(0)
    expect(await begin(`${token.slice(0, -4)}AAAA`)).toBe('token-invalid')
    const link = { purpose: 'author', petitionId: 'x', email: 'a@example.org' } as const
    expect(await begin(await office.linkTokens.seal(link, START, '2026-03-03T09:00:00.000Z'))).toBe(
      'token-invalid',
    )
  })
})

describe('a lost key', () => {
  const HERE = 'community:kalynivka'
  const approve = async (by: { cookie: string; csrf: string }, member: string, scope = HERE) =>
    postForm(office.app, '/staff/people/approve-key', { csrf: by.csrf, scope, member }, by.cookie)

  it('is replaced after a second person’s approval, which ends the old keys and sessions', async () => {
    const email = await hire()
    const old = await office.signIn(email)
    const { id } = (await office.staff.byEmail(email))!
    const token = await office.linkFor(email)
    expect(await code(await office.enrols(email, {}, token))).toBe('recovery-needed')
    await postForm(office.app, '/staff/enter', { token })
    expect((await postForm(office.app, '/staff/enter', { token })).status).toBe(410)

    const head = await office.session({ role: 'head', scope: HERE })
    const people = await office.app.request('/staff/people', { headers: { cookie: head.cookie } })
    expect(await people.text()).toContain('action="/staff/people/approve-key"')
    expect((await approve(head, id)).status).toBe(303)
    expect((await approve(head, id)).status).toBe(404)
    const { token: approved } = office.mailQueue.messages.at(-1) as { token: string }
    const lost = office.keyOf(email).credentials[0]!
    const added = await office.enrols(email, {}, approved)
    expect(added.status).toBe(201)
    expect((await read(old)).status).toBe(401)
    expect((await read(cookieOf(added))).status).toBe(200)
    const key = office.keyOf(email)
    key.credentials.push(lost)
    expect(await code(await office.proves(key))).toBe('passkey-refused')
    expect(await code(await office.enrols(email, {}, approved))).toBe('token-expired')
  })

  it('is approved neither by oneself nor from elsewhere, nor after a day', async () => {
    const head = await office.session({ role: 'head', scope: HERE })
    const member = (await office.staff.staff(head.id))!
    await postForm(office.app, '/staff/enter', { token: await office.linkFor(member.email) })
    expect((await approve(head, head.id)).status).toBe(403)
    const stranger = await office.session({ role: 'head', scope: 'community:inshe' })
    expect((await approve(stranger, head.id)).status).toBe(403)
    expect((await approve(stranger, head.id, 'community:inshe')).status).toBe(403)
    passes(24 * 60)
    const late = await office.session({ role: 'operator', scope: '*' })
    expect((await approve(late, head.id, '*')).status).toBe(404)
  })
})

describe('a passkey', () => {
  it('signs in: alone, verified, from this origin, and each challenge once', async () => {
    const email = await hire()
    await office.signIn(email)
    const key = office.keyOf(email)
    expect((await office.proves(key)).status).toBe(201)
    expect(await code(await office.proves(key, {}, { verifies: false }))).toBe('passkey-refused')
    expect(await code(await office.proves(key, {}, { origin: 'https://petitions.example.evil' }))).toBe(
      'passkey-refused',
    )
    const { ceremony, options } = await (await post(office.app, '/api/v1/staff/session/options', {})).json()
    const answer = { ceremony, response: key.get(options) }
    expect((await post(office.app, '/api/v1/staff/session', answer)).status).toBe(201)
    expect(await code(await post(office.app, '/api/v1/staff/session', answer))).toBe('passkey-too-late')
  })

  it('is refused late, for another’s challenge, when its counter runs back, and when it is unknown', async () => {
    const email = await hire()
    await office.signIn(email)
    const key = office.keyOf(email)
    const begin = async () => (await post(office.app, '/api/v1/staff/session/options', {})).json()
    const [first, second] = [await begin(), await begin()]
    const mixed = { ceremony: first.ceremony, response: key.get(second.options) }
    expect(await code(await post(office.app, '/api/v1/staff/session', mixed))).toBe('passkey-refused')
    const late = { ceremony: second.ceremony, response: key.get(second.options) }
    passes(6)
    expect(await code(await post(office.app, '/api/v1/staff/session', late))).toBe('passkey-too-late')
    passes(0)
    expect((await office.proves(key)).status).toBe(201)
    key.credentials[0]!.counter -= 2
    expect(await code(await office.proves(key))).toBe('passkey-refused')
    const other = await hire()
    const strange = office.keyOf(other)
    await office.signIn(other)
    Object.assign(strange.credentials[0]!, { userHandle: key.credentials[0]!.userHandle })
    expect(await code(await office.proves(strange))).toBe('passkey-refused')
  })
})

describe('a session', () => {
  it('ends without use, goes on with use under other ids, and ends in any case after twelve hours', async () => {
    let cookie = await office.signIn(await hire())
    passes(46)
    expect((await read(cookie)).status).toBe(401)
    passes(0)
    cookie = await office.signIn(await hire())
    const first = cookie
    for (let minutes = 30; minutes < 12 * 60; minutes += 30) {
      passes(minutes)
      const answer = await read(cookie)
      expect([minutes, answer.status]).toEqual([minutes, 200])
      cookie = cookieOf(answer)
      expect(cookie).not.toBe('')
    }
    expect((await read(first)).status).toBe(401)
    passes(12 * 60)
    expect((await read(cookie)).status).toBe(401)
  })

  it('serves requests that were on their way when its id changed', async () => {
    const cookie = await office.signIn(await hire())
    passes(20)
    const both = await Promise.all([read(cookie), read(cookie)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(both.filter((answer) => answer.headers.has('set-cookie'))).toHaveLength(1)
    passes(22)
    expect((await read(cookie)).status).toBe(401)
  })

  it('takes its new id along with a refusal', async () => {
    const cookie = await office.signIn(await hire())
    passes(20)
    const refused = await office.app.request('/api/v1/staff/petitions/none', { headers: { cookie } })
    expect(refused.status).toBe(404)
    expect((await read(cookieOf(refused))).status).toBe(200)
  })

  it('asks again when it is met in another browser or network, and tells nothing until then', async () => {
    const email = await hire()
    const here = { 'user-agent': CHROME, 'x-forwarded-for': '192.0.2.7' }
    const cookie = await office.signIn(email, here)
    expect((await read(cookie, { ...here, 'x-forwarded-for': '192.0.77.1' })).status).toBe(200)
    for (const change of [{ 'user-agent': FIREFOX }, { 'x-forwarded-for': '198.51.100.1' }]) {
      const elsewhere = { ...here, ...change }
      expect(await code(await read(cookie, elsewhere))).toBe('reauthentication-required')
      const page = await office.app.request('/staff', { headers: { cookie, ...elsewhere } })
      expect([page.status, page.headers.get('location')]).toEqual([303, '/staff/sign-in?again='])
    }
    const there = { cookie, 'user-agent': FIREFOX }
    const again = await office.proves(office.keyOf(email), there)
    expect((await read(cookieOf(again), { 'user-agent': FIREFOX })).status).toBe(200)
    expect((await read(cookie, here)).status).toBe(401)
  })

  it('asks for the key anew before what cannot be taken back', async () => {
    const email = await hire()
    const cookie = await office.signIn(email)
    expect((await publish(cookie)).status).toBe(200)
    passes(10)
    const late = await publish(cookie)
    expect([late.status, await code(late)]).toEqual([401, 'reauthentication-required'])
    const proved = cookieOf(await office.proves(office.keyOf(email), { cookie }))
    expect((await publish(proved)).status).toBe(200)
    expect((await read(cookie)).status).toBe(401)
  })

  it('ends at once where it is signed out', async () => {
    const cookie = await office.signIn(await hire())
    await office.app.request('/api/v1/staff/session', { method: 'DELETE', headers: { cookie } })
    expect((await read(cookie)).status).toBe(401)
  })

  it('leads whoever is not signed in to the sign-in page, in their language', async () => {
    expect((await office.app.request('/staff')).headers.get('location')).toBe('/staff/sign-in')
    expect((await office.app.request('/en/staff')).headers.get('location')).toBe('/en/staff/sign-in')
  })

  it('begun at a petition’s page comes out there, and nowhere else', async () => {
    const id = await office.submitted()
    const email = await hire()
    const asked = await office.app.request(`/staff/petitions/${id}`)
    expect(asked.headers.get('location')).toBe(`/staff/sign-in?petition=${id}`)
    const page = await (await office.app.request(`/staff/sign-in?petition=${id}`)).text()
    expect(page).toContain(`data-next="/staff/petitions/${id}"`)
    await postForm(office.app, '/staff/sign-in', { email, petition: id })
    const { token } = office.mailQueue.messages.at(-1) as { token: string }
    const entered = await (await office.app.request(`/staff/enter?token=${token}`)).text()
    expect(entered).toContain(`data-next="/staff/petitions/${id}"`)
    const foreign = await postForm(office.app, '/staff/sign-in', { email, petition: '//evil.example' })
    expect(foreign.status).toBe(400)
    const safe = await (await office.app.request('/staff/sign-in?petition=//evil.example')).text()
    expect(safe).not.toContain('evil')
  })
})

async function code(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}
