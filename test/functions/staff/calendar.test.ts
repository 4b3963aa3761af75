import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

/** Martial law over from 1 March 2026: holidays count again. */
const PEACE = { ...UKRAINE, martialLaw: [{ from: '2022-03-24', to: '2026-02-28' }] }

const put = (cookie: string, body: unknown) =>
  office.app.request('/api/v1/staff/calendar', {
    method: 'PUT',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

describe('the working calendar in force', () => {
  it('recounts what is owed when martial law ends, says so in the journal, and once', async () => {
    // Submitted on Friday: two working days end on Tuesday, or on Wednesday when Monday is off for 8 March, a Sunday.
    office.clock.set('2026-03-06T09:00:00.000Z')
    const id = await office.submitted()
    const due = async () => (await office.petitions.load(id))?.obligations[0]?.dueAt
    expect(await due()).toBe('2026-03-10T21:59:59.999Z')
    const cookie = await office.signIn(await office.hire('operator', '*'))
    expect(await (await put(cookie, PEACE)).json()).toEqual({ moved: 1 })
    expect(await due()).toBe('2026-03-11T21:59:59.999Z')
    const record = await office.petitions.loadRecord(id)
    expect(record?.events.at(-1)).toMatchObject({ type: 'recounted', by: { role: 'operator' } })
    expect(await (await put(cookie, PEACE)).json()).toEqual({ moved: 0 })
  })

  it('is changed by an operator of the whole installation only, and never to nonsense', async () => {
    const head = await office.signIn(await office.hire('head', 'community:kalynivka'))
    expect((await put(head, UKRAINE)).status).toBe(403)
    const operator = await office.signIn(await office.hire('operator', '*'))
    const backwards = { martialLaw: [{ from: '2026-03-02', to: '2026-03-01' }], transfers: [] }
    for (const wrong of [
      backwards,
      {},
      { martialLaw: [], transfers: [{ off: 'soon', worked: '2026-03-02' }] },
    ]) {
      expect((await put(operator, wrong)).status).toBe(400)
    }
  })
})
