import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice, postForm } from './office'

let office: Office
let cookie: string
let csrf: string
beforeAll(async () => {
  office = await openOffice()
  cookie = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
  const id = await office.submitted()
  csrf = /name="csrf" value="([^"]+)"/.exec(await html(`/staff/petitions/${id}`))?.[1] ?? ''
})
afterAll(() => office.stop())

const html = async (path: string) => (await office.app.request(path, { headers: { cookie } })).text()

describe('the desk', () => {
  it('shows what is owed with its countdown, and the petition with what may be done', async () => {
    const id = await office.submitted()
    expect(await html('/staff')).toContain(`/staff/petitions/${id}`)
    const page = await html(`/staff/petitions/${id}`)
    expect(page).toContain(`action="/staff/petitions/${id}/publish"`)
    expect(page).not.toContain(`action="/staff/petitions/${id}/decide"`)
    expect(page).not.toContain('author@example.org')
  })

  it('carries a step out by a plain form and says so', async () => {
    const id = await office.submitted()
    const done = await postForm(office.app, `/staff/petitions/${id}/publish`, { csrf }, cookie)
    expect([done.status, done.headers.get('location')]).toEqual([303, `/staff/petitions/${id}?saved`])
    expect((await office.petitions.load(id))?.status).toBe('collecting')
  })

  it('gives a wrong form back with what was in it, and writes nothing', async () => {
    const id = await office.submitted()
    const fields = { csrf, ground: 'weather', explanation: 'Друга спроба & <b>жирно</b>' }
    const back = await postForm(office.app, `/staff/petitions/${id}/reject`, fields, cookie)
    const page = await back.text()
    expect(back.status).toBe(400)
    expect(page).toContain('Друга спроба &amp; &lt;b&gt;жирно&lt;/b&gt;')
    expect((await office.petitions.load(id))?.status).toBe('moderation')
  })

  it('refuses a form that the desk did not show', async () => {
    const id = await office.submitted()
    for (const fields of [{}, { csrf: 'x'.repeat(csrf.length) }] as Record<string, string>[]) {
      const answer = await postForm(office.app, `/staff/petitions/${id}/publish`, fields, cookie)
      expect(answer.status).toBe(403)
    }
    expect((await office.petitions.load(id))?.status).toBe('moderation')
  })
})
