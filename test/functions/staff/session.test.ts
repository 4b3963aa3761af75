import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cookieOf, type Office, openOffice, post, postForm, START } from './office'

let office: Office
let address: string
beforeAll(async () => {
  office = await openOffice()
  address = await office.hire('moderator', 'community:kalynivka')
})
afterAll(() => office.stop())

describe('signing in by a mailed link', () => {
  it('answers the same for an address without access, and mails nothing to it', async () => {
    const before = office.mailQueue.messages.length
    const known = await post(office.app, '/api/v1/staff/sign-in', { email: await office.hire('head', '*') })
    const unknown = await post(office.app, '/api/v1/staff/sign-in', { email: 'nobody@staff.example' })
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
    expect(office.mailQueue.messages.length).toBe(before + 1)
  })

  it('gives a cookie that scripts and other sites cannot use', async () => {
    await post(office.app, '/api/v1/staff/sign-in', { email: address })
    const { token } = office.mailQueue.messages.at(-1) as { token: string }
    const opened = await post(office.app, '/api/v1/staff/session', { token })
    expect(opened.status).toBe(201)
    expect(opened.headers.get('set-cookie')).toMatch(/HttpOnly.*Secure.*SameSite=Lax/)
    const again = await post(office.app, '/api/v1/staff/session', { token })
    expect([again.status, await code(again)]).toEqual([410, 'token-expired'])
  })

  it('changes nothing when a mail scanner opens the link', async () => {
    const email = await office.hire('secretary', 'community:kalynivka')
    await post(office.app, '/api/v1/staff/sign-in', { email })
    const { token } = office.mailQueue.messages.at(-1) as { token: string }
    const opened = await office.app.request(`/staff/enter?token=${token}`)
    expect(opened.headers.get('set-cookie')).toBeNull()
    const entered = await postForm(office.app, '/staff/enter', { token })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/staff'])
    expect(cookieOf(entered)).not.toBe('')
  })

  it('limits links an address can be sent', async () => {
    const email = await office.hire('secretary', 'community:kalynivka')
    const answers = []
    for (let n = 0; n < 9; n++)
      answers.push((await post(office.app, '/api/v1/staff/sign-in', { email })).status)
    expect(answers.slice(0, 8)).toEqual(Array(8).fill(202))
    expect(answers[8]).toBe(429)
  })

  it('refuses a link after a quarter of an hour, a forged one, and one of another purpose', async () => {
    await post(office.app, '/api/v1/staff/sign-in', {
      email: await office.hire('head', 'community:kalynivka'),
    })
    const { token } = office.mailQueue.messages.at(-1) as { token: string }
    office.clock.set('2026-03-02T09:15:01.000Z')
    expect(await code(await post(office.app, '/api/v1/staff/session', { token }))).toBe('token-expired')
    office.clock.set(START)
    const bent = `${token.slice(0, -4)}AAAA`
    expect(await code(await post(office.app, '/api/v1/staff/session', { token: bent }))).toBe('token-invalid')
    const link = { purpose: 'author', petitionId: 'x', email: 'a@example.org' } as const
    const other = await office.linkTokens.seal(link, START, '2026-03-03T09:00:00.000Z')
    expect(await code(await post(office.app, '/api/v1/staff/session', { token: other }))).toBe(
      'token-invalid',
    )
  })
})

describe('a session', () => {
  it('ends after four hours, and at once when the person is no longer staff', async () => {
    const cookie = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
    const read = () => office.app.request('/api/v1/staff/session', { headers: { cookie } })
    expect((await read()).status).toBe(200)
    office.clock.set('2026-03-02T13:00:01.000Z')
    expect((await read()).status).toBe(401)
    office.clock.set(START)
  })

  it('is refused when its cookie was changed or signed by another key', async () => {
    const cookie = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
    const [head, body, seal] = cookie.split('.')
    const forged = `${head}.${body}.${seal?.split('').reverse().join('')}`
    const answer = await office.app.request('/api/v1/staff/petitions', { headers: { cookie: forged } })
    expect([answer.status, await code(answer)]).toEqual([401, 'sign-in-required'])
  })

  it('leads whoever is not signed in to the sign-in page, in their language', async () => {
    expect((await office.app.request('/staff')).headers.get('location')).toBe('/staff/sign-in')
    expect((await office.app.request('/en/staff')).headers.get('location')).toBe('/en/staff/sign-in')
  })

  it('begun at a petition’s page comes out there, and nowhere else', async () => {
    const id = await office.submitted()
    const email = await office.hire('moderator', 'community:kalynivka')
    const asked = await office.app.request(`/staff/petitions/${id}`)
    const [path, petition] = (asked.headers.get('location') ?? '').split('?petition=')
    expect([path, petition]).toEqual(['/staff/sign-in', id])
    const enters = async (wanted: string) => {
      await postForm(office.app, '/staff/sign-in', { email, ...(wanted && { petition: wanted }) })
      const { token } = office.mailQueue.messages.at(-1) as { token: string }
      return (await postForm(office.app, '/staff/enter', { token })).headers.get('location')
    }
    expect(await enters('')).toBe('/staff')
    expect(await enters(id)).toBe(`/staff/petitions/${id}`)
    const foreign = await postForm(office.app, '/staff/sign-in', { email, petition: '//evil.example' })
    expect(foreign.status).toBe(400)
    const page = await (await office.app.request('/staff/sign-in?petition=//evil.example')).text()
    expect(page).not.toContain('evil')
  })
})

async function code(response: Response): Promise<string> {
  return ((await response.json()) as { code: string }).code
}
