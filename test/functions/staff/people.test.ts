import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officeTable } from '../../../functions/adapters/dynamodb/office'
import { type Office, openOffice, postForm } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.stop())

const HERE = 'community:kalynivka'
const get = (cookie: string, path: string) => office.app.request(path, { headers: { cookie } })

/** Somebody signed in, with what a form of theirs needs. */
async function somebody(role: Parameters<Office['hire']>[0], scope: Parameters<Office['hire']>[1]) {
  const email = await office.hire(role, scope)
  const cookie = await office.signIn(email)
  const page = await (await get(cookie, '/staff')).text()
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const { id } = (await office.staff.byEmail(email))!
  const sends = (change: string, fields: Record<string, string>) =>
    postForm(office.app, `/staff/people/${change}`, { csrf, scope: HERE, ...fields }, cookie)
  return { id, email, cookie, sends }
}

describe('people and roles', () => {
  it('are given by the head, at work with the next sign-in, and told in the register', async () => {
    const head = await somebody('head', HERE)
    const fields = { name: 'Кайдаш Мотря', email: 'Motria@Kalynivka.example', role: 'moderator' }
    const done = await head.sends('grant', fields)
    expect(done.status).toBe(303)
    const page = await (await get(head.cookie, done.headers.get('location')!)).text()
    expect(page).toContain('Роль «модератор» надано: Кайдаш Мотря.')
    const motria = await office.signIn('motria@kalynivka.example')
    expect((await get(motria, `/staff/petitions/${await office.submitted()}`)).status).toBe(200)
    // The same once more is no change and no line.
    await head.sends('grant', fields)
    const lines = await officeTable(office.table).register(HERE, 10)
    expect(lines.filter(({ kind }) => kind === 'granted')).toHaveLength(1)
    expect(lines[0]).toMatchObject({ role: 'moderator', by: { id: head.id } })
  })

  it('are taken at once, which ends every session, and given back by one press', async () => {
    const head = await somebody('head', HERE)
    const secretary = await somebody('secretary', HERE)
    const id = await office.submitted()
    const change = { member: secretary.id, role: 'secretary' }
    const done = await head.sends('revoke', change)
    expect((await get(secretary.cookie, `/staff/petitions/${id}`)).status).toBe(303)
    expect((await get(await office.signIn(secretary.email), `/staff/petitions/${id}`)).status).toBe(403)
    const page = await (await get(head.cookie, done.headers.get('location')!)).text()
    expect(page).toContain('action="/staff/people/restore"')
    expect((await head.sends('restore', change)).status).toBe(303)
    expect((await get(await office.signIn(secretary.email), `/staff/petitions/${id}`)).status).toBe(200)
  })

  it('are nobody’s to take from oneself', async () => {
    const head = await somebody('head', HERE)
    expect((await head.sends('revoke', { member: head.id, role: 'head' })).status).toBe(409)
    expect((await office.staff.staff(head.id))?.grants).toHaveLength(1)
  })

  it.each([
    ['moderator', HERE],
    ['secretary', HERE],
    ['head', 'community:other'],
    ['ngo-editor', 'host:dbaiemo'],
  ] as const)('are not the business of a %s of %s', async (role, scope) => {
    const one = await somebody(role, scope)
    const fields = { name: 'Хтось', email: 'hto@x.example', role: 'head' }
    expect((await one.sends('grant', fields)).status).toBe(403)
    expect((await one.sends('revoke', { member: one.id, role })).status).toBe(403)
    expect(await office.staff.byEmail('hto@x.example')).toBeUndefined()
  })

  it('of a host are its editors’, and of everything the operator’s', async () => {
    const editor = await somebody('ngo-editor', 'host:dbaiemo')
    const grant = { scope: 'host:dbaiemo', name: 'Лукаш', email: 'lukash@x.example', role: 'ngo-editor' }
    expect((await editor.sends('grant', grant)).status).toBe(303)
    expect((await editor.sends('grant', { ...grant, role: 'head' })).status).toBe(422)
    const operator = await somebody('operator', '*')
    expect((await operator.sends('grant', { ...grant, scope: HERE, role: 'head' })).status).toBe(303)
    expect((await office.staff.byEmail('lukash@x.example'))?.grants).toEqual([
      { role: 'ngo-editor', scope: 'host:dbaiemo' },
      { role: 'head', scope: HERE },
    ])
  })

  it('come back with what was typed where something is wrong', async () => {
    const head = await somebody('head', HERE)
    const back = await head.sends('grant', { name: '<b>Мотря</b>', email: 'no address', role: '' })
    const page = await back.text()
    expect(back.status).toBe(400)
    expect(page).toContain('value="&lt;b&gt;Мотря&lt;/b&gt;"')
    expect(page).toContain('Перевірте адресу електронної пошти')
  })
})
