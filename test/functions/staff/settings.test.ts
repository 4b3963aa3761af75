import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { applyScheduled } from '../../../functions/actions/change-settings'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { officeTable } from '../../../functions/adapters/dynamodb/office'
import { testCommunity } from '../../support/communities'
import { type Office, openOffice, postForm, START } from './office'

let office: Office
let cookie: string
let csrf: string
let minute = 0
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())
beforeEach(async () => {
  // Each test later than the one before, on the same day.
  office.clock.set(START.replace('09:00', `09:${String(minute++).padStart(2, '0')}`))
  await communityTable(office.table).putCommunity(testCommunity)
  cookie = await office.signIn(await office.hire('secretary', 'community:kalynivka'))
  csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/staff')).text())?.[1] ?? ''
})

const PATH = '/staff/settings/kalynivka'
const get = (path: string) => office.app.request(path, { headers: { cookie } })
const inForce = () => communityTable(office.table).community('kalynivka')
const register = () => officeTable(office.table).register('community:kalynivka', 20)

/** The form as the page shows it, with what is changed in it. */
async function saves(over: Record<string, string> = {}) {
  office.clock.forward(1)
  const page = await (await get(PATH)).text()
  const inputs = [...page.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)]
  const shown = Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]))
  return postForm(
    office.app,
    PATH,
    {
      ...{ ...shown, csrf, byEmail: 'on', collectionUnit: 'calendar-days', answerSignOff: 'on' },
      ...over,
    },
    cookie,
  )
}

describe('settings of a community', () => {
  it('change at once, with who changed what from when', async () => {
    const done = await saves({ threshold: '500', draftDecision: '7' })
    expect(done.headers.get('location')).toBe(`${PATH}?done=changed`)
    expect((await inForce())?.settings).toMatchObject({
      threshold: 500,
      draftDecision: { unit: 'working-days', count: 7 },
      identities: ['email'],
    })
    expect((await register())[0]).toMatchObject({
      kind: 'settings-changed',
      from: '2026-03-02',
      changes: [
        { setting: 'threshold', before: '3', after: '500' },
        { setting: 'draftDecision', after: '7 working-days' },
      ],
    })
    expect(await (await get(PATH)).text()).toContain('<del>3</del>')
  })

  it('are also the council’s contacts, taken away where the field is emptied', async () => {
    await saves({
      phone: '044 000 00 00',
      addressUk: 'Площа, 1',
      addressEn: 'Square, 1',
      headName: 'Джеря Микола',
    })
    expect(await inForce()).toMatchObject({
      phone: '044 000 00 00',
      address: { uk: 'Площа, 1', en: 'Square, 1' },
      people: [{ role: 'head', name: 'Джеря Микола' }],
    })
    await saves({ phone: '', addressUk: '', addressEn: '', headName: '' })
    const { phone, address, people } = (await inForce())!
    expect([phone, address, people]).toEqual([undefined, undefined, undefined])
    expect((await saves({ addressUk: 'Площа, 1' })).status).toBe(400)
  })

  it('say whether the head signs answers off', async () => {
    expect((await saves({ answerSignOff: '' })).headers.get('location')).toContain('changed')
    expect((await inForce())?.answerSignOff).toBe(false)
    expect((await register())[0]).toMatchObject({
      changes: [{ setting: 'answerSignOff', before: 'true', after: 'false' }],
    })
  })

  it('say whom signatures are taken from: at least one way, and only what the platform has', async () => {
    expect(await (await get(PATH)).text()).not.toContain('name="byOpenid"')
    const unknown = await saves({ byOpenid: 'on' })
    expect([unknown.status, await unknown.text()]).toEqual([400, expect.stringContaining('оператора')])
    expect((await saves({ byEmail: '' })).status).toBe(400)
    await saves({ byEmail: '', byIdGovUa: 'on' })
    expect((await inForce())?.settings.identities).toEqual(['id-gov-ua'])
    expect(await (await get(PATH)).text()).toContain('<del>лист на електронну пошту</del>')
    await saves({ byIdGovUa: 'on' })
    expect((await inForce())?.settings.identities).toEqual(['email', 'id-gov-ua'])
    await saves()
  })

  it('leave petitions that are published as they are', async () => {
    const id = await office.signed(1)
    await saves({ threshold: '500' })
    expect((await office.petitions.load(id))?.settings.threshold).toBe(3)
  })

  it('wait for their day, come into force once, and can be taken back before', async () => {
    expect((await saves({ threshold: '400', from: '2026-04-01' })).headers.get('location')).toContain(
      'scheduled',
    )
    expect(await (await get(PATH)).text()).toContain('Заплановано з 1\u00a0квітня 2026 року')
    const deps = {
      clock: office.clock,
      communities: communityTable(office.table),
      office: officeTable(office.table),
    }
    office.clock.set('2026-03-31T20:59:00.000Z')
    expect(await applyScheduled(deps)).toBe(0)
    // Midnight in Kyiv.
    office.clock.set('2026-03-31T21:00:00.000Z')
    const both = await Promise.all([applyScheduled(deps), applyScheduled(deps)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await inForce()).toMatchObject({ settings: { threshold: 400 } })
    expect((await inForce())?.scheduled).toBeUndefined()

    cookie = await office.signIn(await office.hire('head', 'community:kalynivka'))
    csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/staff')).text())?.[1] ?? ''
    await saves({ threshold: '900', from: '2026-06-01' })
    await postForm(office.app, `${PATH}/scheduled`, { csrf }, cookie)
    expect((await inForce())?.scheduled).toBeUndefined()
    expect((await register()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['settings-scheduled', 'settings-applied', 'schedule-cancelled']),
    )
  })

  it('of two who save at once are those of the first; the second keeps what was typed', async () => {
    await saves({ threshold: '500' })
    const stale = await saves({ threshold: '700', version: '0' })
    expect(stale.status).toBe(409)
    expect(await stale.text()).toContain('value="700"')
    expect((await inForce())?.settings.threshold).toBe(500)
  })

  it('say so where nothing was changed, and write nothing', async () => {
    const before = (await register()).length
    expect((await saves()).headers.get('location')).toContain('unchanged')
    expect(await register()).toHaveLength(before)
  })

  it.each([
    ['consideration', '11'],
    ['retentionYears', '2'],
    ['threshold', '0'],
    ['threshold', 'сто'],
    ['namesKeptYears', '2'],
    ['from', '2026-03-01'],
    ['sourceUrl', 'javascript:alert(1)'],
    ['email', 'rada'],
    ['collectionCount', '9999'],
  ])('keep to the law and to sense: %s is not %s', async (name, value) => {
    const back = await saves({ [name]: value })
    expect(back.status).toBe(400)
    expect(await back.text()).toContain(`href="#${name}"`)
    expect((await inForce())?.settings).toEqual(testCommunity.settings)
  })

  it.each([
    ['moderator', 'community:kalynivka'],
    ['secretary', 'community:other'],
    ['ngo-editor', 'host:dbaiemo'],
  ] as const)('are not the business of a %s of %s', async (role, scope) => {
    cookie = await office.signIn(await office.hire(role, scope))
    csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/staff')).text())?.[1] ?? ''
    expect((await get(PATH)).status).toBe(403)
    expect((await postForm(office.app, PATH, { csrf, threshold: '1' }, cookie)).status).toBe(403)
    expect((await postForm(office.app, `${PATH}/scheduled`, { csrf }, cookie)).status).toBe(403)
  })
})
