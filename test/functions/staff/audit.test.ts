import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditTable } from '../../../functions/adapters/dynamodb/audit'
import type { AuditStore } from '../../../functions/ports/audit-store'
import { clientOf } from '../../../shared/staff/audit-entry'
import type { Grant } from '../../../shared/staff/staff-member'
import { type Office, openOffice, post, postForm } from './office'

const HERE = 'community:kalynivka'
const UNTIL = '2040-01-01T00:00:00.000Z'

let office: Office
let audit: AuditStore
beforeAll(async () => {
  office = await openOffice()
  audit = auditTable(office.table)
})
afterAll(() => office?.stop())

/** Somebody who has signed in a moment before. */
async function session(...grants: readonly Grant[]) {
  const signedIn = await office.session(...grants)
  office.clock.forward(1)
  return signedIn
}

/** The last line of a trail; what comes afterwards comes later. */
async function newest(scope: string) {
  const now = office.clock.now()
  office.clock.forward(1)
  return audit.lines(scope as typeof HERE, now.slice(0, 7), { limit: 1, now })
}
const get = (path: string, cookie: string) => office.app.request(path, { headers: { cookie } })

describe('a line', () => {
  it('tells who did what to which petition in which role, when and from where, and no words of it', async () => {
    const email = await office.hire('moderator', HERE)
    const whence = {
      'x-forwarded-for': '203.0.113.7',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    }
    const cookie = await office.signIn(email, whence)
    office.clock.forward(1)
    const id = await office.submitted()
    const at = office.clock.now()
    const body = { ground: 'missing-essence', explanation: 'Таємне пояснення модератора.' }
    const answer = await office.app.request(`/api/v1/staff/petitions/${id}/reject`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie,
        ...whence,
      },
      body: JSON.stringify(body),
    })
    expect(answer.status).toBe(200)
    const [line] = await newest(HERE)
    expect(line).toEqual({
      key: expect.stringContaining(at),
      at,
      request: answer.headers.get('x-request-id'),
      who: (await office.staff.byEmail(email))?.id,
      role: 'moderator',
      action: 'reject',
      resource: `petition:${id}`,
      outcome: 'done',
      from: { network: expect.stringMatching(/^[\w-]{11}$/), browser: 'firefox' },
    })
    expect(JSON.stringify(line)).not.toMatch(/203\.0\.113|Таємне/)
  })

  it('tells a refusal with its code, a foreign attempt where it was aimed, and a preview as no act', async () => {
    const stranger = await session({ role: 'head', scope: 'community:inshe' })
    const id = await office.submitted()
    await post(office.app, `/api/v1/staff/petitions/${id}/transfer`, {}, stranger.cookie)
    expect(await newest(HERE)).toMatchObject([{ who: stranger.id, outcome: 'refused', code: 'forbidden' }])
    expect((await newest(HERE))[0]).not.toHaveProperty('role')

    const moderator = await session({ role: 'moderator', scope: HERE })
    await post(office.app, `/api/v1/staff/petitions/${id}/publish`, { x: 1 }, moderator.cookie)
    expect(await newest(HERE)).toMatchObject([{ outcome: 'refused', code: 'invalid-body' }])
    const form = { csrf: moderator.csrf, ground: 'missing-essence', explanation: 'Що саме пропонує автор?' }
    await postForm(office.app, `/staff/petitions/${id}/reject`, form, moderator.cookie)
    expect(await newest(HERE)).toMatchObject([{ action: 'reject', outcome: 'shown' }])
    await postForm(office.app, `/staff/petitions/${id}/reject`, { csrf: moderator.csrf }, moderator.cookie)
    expect(await newest(HERE)).toMatchObject([{ outcome: 'refused', code: 'invalid-body' }])
  })

  it('names the step of an answer’s draft that a form asked for', async () => {
    const secretary = await session({ role: 'secretary', scope: HERE })
    const to = `/staff/petitions/${await office.considered()}/draft`
    const form = { csrf: secretary.csrf, version: '0', text: 'Слова.', reasons: 'Бо так.' }
    await postForm(office.app, to, { ...form, do: 'save' }, secretary.cookie)
    expect(await newest(HERE)).toMatchObject([{ action: 'draft-save', outcome: 'done' }])
    await postForm(office.app, to, { ...form, do: 'approve', version: '1' }, secretary.cookie)
    expect(await newest(HERE)).toMatchObject([
      { action: 'draft-approve', outcome: 'refused', code: 'forbidden' },
    ])
  })

  it('tells when a session begins and ends', async () => {
    const email = await office.hire('head', HERE)
    const cookie = await office.signIn(email)
    expect(await newest(HERE)).toMatchObject([{ action: 'sign-in', role: 'head', outcome: 'done' }])
    await office.app.request('/api/v1/staff/session', { method: 'DELETE', headers: { cookie } })
    expect(await newest(HERE)).toMatchObject([{ action: 'sign-out', outcome: 'done' }])
  })

  it('lies in no trail that its sender made up', async () => {
    const operator = await session({ role: 'operator', scope: '*' })
    const { csrf, cookie } = operator
    const nowhere = `/staff/settings/${'x'.repeat(200)}/scheduled`
    expect((await postForm(office.app, nowhere, { csrf }, cookie)).status).toBe(404)
    expect(await newest('*')).toMatchObject([{ action: 'cancel-settings', code: 'community-not-found' }])
    const scope = 'community:nowhere'
    expect(
      (await postForm(office.app, '/staff/people/revoke', { csrf, scope, member: 'x' }, cookie)).status,
    ).toBe(400)
    expect(await newest(scope)).toEqual([])
  })

  it('is written once, and the first stays', async () => {
    const [line] = await newest(HERE)
    const { key: _, ...entry } = line!
    await audit.add(HERE, { ...entry, who: 'somebody-else' }, UNTIL)
    expect(await newest(HERE)).toEqual([line])
  })
})

describe('the page', () => {
  it('shows a head the own community, filters by person, action and day, and goes on page by page', async () => {
    const head = await session({ role: 'head', scope: HERE })
    const from = { network: 'AAAAAAAAAAA', browser: 'chrome' } as const
    const line = {
      who: head.id,
      role: 'head',
      action: 'announce',
      resource: 'self',
      outcome: 'done',
      from,
    } as const
    for (let n = 0; n < 60; n++) {
      const at = `2026-0${n < 30 ? 1 : 2}-10T10:00:${String(n % 60).padStart(2, '0')}.000Z`
      await audit.add(HERE, { ...line, at, request: `r${n}` }, UNTIL)
    }
    const period = 'from=2026-01-01&to=2026-02-27'
    const html = await (
      await get(`/staff/audit?${period}&who=${head.id}&action=announce`, head.cookie)
    ).text()
    const older = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    const rest = await (await get(older!, head.cookie)).text()
    const count = (text: string) => text.split('оголошення рішення —').length - 1
    expect([count(html), count(rest)]).toEqual([50, 10])
    expect(await (await get(`/staff/audit?${period}&action=extend`, head.cookie)).text()).toContain('не було')
    expect(await (await get(`/staff/audit?from=2026-02-10&to=2026-01-01`, head.cookie)).text()).toContain(
      'не пізніший',
    )

    const table = await get(`/staff/audit.csv?${period}&who=${head.id}`, head.cookie)
    expect(table.headers.get('content-disposition')).toContain('staff-actions-2026-01-01-2026-02-27.csv')
    const rows = (await table.text()).trim().split('\r\n')
    expect(rows).toHaveLength(61)
    expect(rows[1]).toContain(';r59')
    expect(await newest(HERE)).toMatchObject([{ action: 'export-audit', role: 'head', outcome: 'done' }])
  })

  it('is nobody else’s', async () => {
    const head = await session({ role: 'head', scope: 'community:inshe' })
    expect((await get(`/staff/audit?scope=${HERE}`, head.cookie)).status).toBe(403)
    const moderator = await session({ role: 'moderator', scope: HERE })
    expect((await get('/staff/audit', moderator.cookie)).status).toBe(403)
    const operator = await session({ role: 'operator', scope: '*' })
    expect((await get(`/staff/audit?scope=${HERE}`, operator.cookie)).status).toBe(200)
  })
})

it.each([
  [
    'edge',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
  ],
  ['opera', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 OPR/115.0'],
  ['chrome', 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36'],
  [
    'safari',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1',
  ],
  ['other', 'curl/8.0'],
  ['none', undefined],
] as const)('%s is what a browser is told by', (browser, agent) => {
  expect(clientOf(agent)).toBe(browser)
})
