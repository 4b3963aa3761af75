import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { STAFF_ACTIONS, type StaffAction } from '../../../shared/http/staff-actions'
import { PERMISSIONS } from '../../../shared/staff/permissions'
import { ROLES, type Role, type Scope } from '../../../shared/staff/staff-member'
import { type Office, openOffice, post } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

const BODIES: Record<StaffAction, object> = {
  publish: {},
  reject: { ground: 'missing-essence', explanation: 'Додайте конкретне прохання.' },
  transfer: {},
  'begin-consideration': {},
  'order-draft': {},
  extend: { dueOn: '2026-05-01', reason: 'Громадські слухання' },
  decide: { outcome: 'supported', text: 'Рішення сесії' },
  announce: {},
  answer: { text: 'Відповідь ради по суті.', reasons: 'Обґрунтування рішення.' },
  'register-appeal': { registrationNumber: 'К-1' },
  'answer-appeal': { text: 'Відповідь на звернення.' },
  annul: { signatures: '1', ground: 'automated', digest: 'A'.repeat(43) },
  'keep-consideration': { reason: 'Розгляд уже триває.' },
  'resume-collection': { reason: 'Підписів забагато анульовано.' },
}

describe('every role and every action', () => {
  it('is refused with 403 exactly where the table does not allow it, and everywhere outside its scope', async () => {
    const council = await office.submitted()
    const ngo = await office.submitted('dbaiemo')
    for (const role of ROLES) {
      const scopes: Scope[] = ['community:kalynivka', 'community:elsewhere', 'host:dbaiemo', '*']
      for (const scope of scopes) {
        const cookie = await office.signIn(await office.hire(role, scope))
        for (const [id, host] of [
          [council, 'kalynivka-rada'],
          [ngo, 'dbaiemo'],
        ] as const) {
          for (const action of STAFF_ACTIONS) {
            const inside = scope === '*' || scope === 'community:kalynivka' || scope === `host:${host}`
            const allowed = inside && PERMISSIONS[action].includes(role)
            // A wrong body reaches nobody who is not allowed, and writes nothing where somebody is.
            const wrong = await post(office.app, `/api/v1/staff/petitions/${id}/${action}`, { x: 1 }, cookie)
            expect(wrong.status, `${role} ${scope} ${action} wrong`).toBe(400)
            if (!allowed) {
              const answer = await post(
                office.app,
                `/api/v1/staff/petitions/${id}/${action}`,
                BODIES[action],
                cookie,
              )
              expect(answer.status, `${role} ${scope} ${action}`).toBe(403)
            }
          }
        }
      }
    }
    expect((await office.petitions.load(council))?.version).toBe(1)
    expect((await office.petitions.load(ngo))?.version).toBe(1)
  })

  it('lets each action through for a role of the table, in the order of the statute', async () => {
    const id = await office.submitted('kalynivka-rada', true)
    const as = async (role: Role, action: StaffAction) => {
      const cookie = await office.signIn(await office.hire(role, 'community:kalynivka'))
      return post(office.app, `/api/v1/staff/petitions/${id}/${action}`, BODIES[action], cookie)
    }
    const view = async (response: Response) =>
      (await response.json()) as { status: string; actions: string[] }
    expect((await view(await as('moderator', 'publish'))).status).toBe('collecting')
    const again = await as('moderator', 'publish')
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'wrong-status'])
  })
})

describe('reading', () => {
  it('shows a member only petitions of their scope', async () => {
    const id = await office.submitted()
    const elsewhere = await office.signIn(await office.hire('moderator', 'community:elsewhere'))
    const list = await office.app.request('/api/v1/staff/petitions', { headers: { cookie: elsewhere } })
    expect(await list.json()).toEqual({ items: [] })
    const one = await office.app.request(`/api/v1/staff/petitions/${id}`, { headers: { cookie: elsewhere } })
    expect(one.status).toBe(403)
    const here = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
    const own = await office.app.request(`/api/v1/staff/petitions/${id}`, { headers: { cookie: here } })
    expect(await own.json()).toMatchObject({ id, status: 'moderation', actions: ['publish', 'reject'] })
  })

  it('answers 404 for an unknown petition and an unknown action', async () => {
    const cookie = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
    const get = (path: string) => office.app.request(path, { headers: { cookie } })
    expect((await get('/api/v1/staff/petitions/0000000000')).status).toBe(404)
    const id = await office.submitted()
    expect((await post(office.app, `/api/v1/staff/petitions/${id}/burn`, {}, cookie)).status).toBe(404)
  })
})
