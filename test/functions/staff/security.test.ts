import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { passkeyTable } from '../../../functions/adapters/dynamodb/passkeys'
import { sessionTable } from '../../../functions/adapters/dynamodb/sessions'
import { SoftwareAuthenticator } from '../../support/journeys/software-authenticator'
import { cookieOf, type Office, openOffice, post, postForm, SITE, START } from './office'

// A member's own keys and sessions.

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.stop())
beforeEach(() => office.clock.set(START))

const reads = async (cookie: string) =>
  (await office.app.request('/api/v1/staff/session', { headers: { cookie } })).status
const page = async (cookie: string) =>
  (await office.app.request('/staff/security', { headers: { cookie } })).text()

it('a session on another device is listed and ended; this one goes on', async () => {
  const email = await office.hire('head', 'community:kalynivka')
  const here = await office.signIn(email)
  const [library, home] = [await office.signIn(email), await office.signIn(email)]
  const { id } = (await office.staff.byEmail(email))!
  const all = await sessionTable(office.table).sessions(id)
  expect(all).toHaveLength(3)
  const csrf = (await csrfOf(here))!
  const ids = [...(await page(here)).matchAll(/name="id" value="([^"]+)"/g)].map(([, value]) => value!)
  const other = all.find((session) => ids.includes(session.id) && session.csrf !== csrf)!
  expect((await postForm(office.app, '/staff/security/end', { csrf, id: other.id }, here)).status).toBe(303)
  expect([await reads(library), await reads(home)].sort()).toEqual([200, 401])
  expect((await postForm(office.app, '/staff/security/end-others', { csrf }, here)).status).toBe(303)
  expect([await reads(here), await reads(library), await reads(home)]).toEqual([200, 401, 401])
})

it('nobody ends a session or takes a key of somebody else', async () => {
  const [mine, theirs] = [
    await office.hire('head', 'community:kalynivka'),
    await office.hire('head', 'community:kalynivka'),
  ]
  const [here, there] = [await office.signIn(mine), await office.signIn(theirs)]
  const other = (await office.staff.byEmail(theirs))!.id
  const [session] = await sessionTable(office.table).sessions(other)
  const [key] = await passkeyTable(office.table).passkeys(other)
  const csrf = (await csrfOf(here))!
  await postForm(office.app, '/staff/security/end', { csrf, id: session!.id }, here)
  await postForm(office.app, '/staff/security/remove', { csrf, id: key!.id }, here)
  expect(await reads(there)).toBe(200)
  expect(await passkeyTable(office.table).passkeys(other)).toHaveLength(1)
})

it('a key is named and removed while another stands, and signs nobody in afterwards; the last one stays', async () => {
  const email = await office.hire('secretary', 'community:kalynivka')
  const here = await office.signIn(email)
  const { id: member } = (await office.staff.byEmail(email))!
  const keys = passkeyTable(office.table)
  const [first] = await keys.passkeys(member)
  const csrf = (await csrfOf(here))!
  expect((await postForm(office.app, '/staff/security/remove', { csrf, id: first!.id }, here)).status).toBe(
    409,
  )

  const second = new SoftwareAuthenticator(SITE)
  const begun = await post(office.app, '/api/v1/staff/passkeys/options', {}, here)
  const { ceremony, options } = await begun.json()
  const added = await post(
    office.app,
    '/api/v1/staff/passkeys',
    { ceremony, response: second.create(options) },
    here,
  )
  expect(added.status).toBe(201)
  const now = cookieOf(added) || here
  const proof = (await csrfOf(now))!
  const renamed = { csrf: proof, id: first!.id, name: 'Робочий комп’ютер' }
  expect((await postForm(office.app, '/staff/security/rename', renamed, now)).status).toBe(303)
  expect(await page(now)).toContain('Робочий комп’ютер')
  expect(
    (await postForm(office.app, '/staff/security/remove', { csrf: proof, id: first!.id }, now)).status,
  ).toBe(303)
  expect((await keys.passkeys(member)).map(({ id }) => id)).not.toContain(first!.id)
  expect((await office.proves(office.keyOf(email))).status).toBe(403)
  expect((await office.proves(second)).status).toBe(201)
})

async function csrfOf(cookie: string): Promise<string | undefined> {
  return /name="csrf" value="([^"]+)"/.exec(await page(cookie))?.[1]
}
