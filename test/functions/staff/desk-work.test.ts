import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeTable } from '../../../functions/adapters/dynamodb/notices'
import { type Office, openOffice, postForm } from './office'

let office: Office
let moderator: Desk
let secretary: Desk
let head: Desk
beforeAll(async () => {
  office = await openOffice()
  moderator = await Desk.open('moderator')
  secretary = await Desk.open('secretary')
  head = await Desk.open('head')
})
afterAll(() => office.stop())

/** Somebody at the desk with forms as the desk shows them. */
class Desk {
  private constructor(
    readonly email: string,
    readonly cookie: string,
  ) {}

  static async open(role: 'moderator' | 'secretary' | 'head'): Promise<Desk> {
    const email = await office.hire(role, 'community:kalynivka')
    return new Desk(email, await office.signIn(email))
  }

  async reads(path: string): Promise<string> {
    return (await office.app.request(path, { headers: { cookie: this.cookie } })).text()
  }

  /** Sends a form with the hidden fields of the page it stands on. */
  async sends(page: string, to: string, fields: Record<string, string>) {
    const hidden = hiddenIn(await this.reads(page), to)
    return postForm(office.app, to, { ...hidden, ...fields }, this.cookie)
  }
}

function hiddenIn(html: string, action: string): Record<string, string> {
  const form = new RegExp(`<form[^>]*action="${action.replace('?', '\\?')}"[^>]*>(.*?)</form>`, 's').exec(
    html,
  )
  const inputs = [...(form?.[1] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  return Object.fromEntries(inputs.map(([, name, value]) => [name!, value!]))
}

const explanation = 'У тексті не названо, що пропонує автор.'
const refusal = { ground: 'missing-essence', explanation }

describe('two at once', () => {
  it('names who else looks at the petition, for a while', async () => {
    const id = await office.submitted()
    const other = await Desk.open('moderator')
    await other.reads(`/staff/petitions/${id}`)
    expect(await moderator.reads(`/staff/petitions/${id}`)).toContain('також переглядає: moderator')
    office.clock.forward(11 * 60)
    expect(await moderator.reads(`/staff/petitions/${id}`)).not.toContain('також переглядає')
  })

  it('refuses a step after somebody else’s, says what that was, keeps the words and lets go on', async () => {
    const id = await office.considered()
    const other = await Desk.open('secretary')
    const [page, to] = [`/staff/petitions/${id}`, `/staff/petitions/${id}/decide`]
    const hidden = hiddenIn(await secretary.reads(page), to)
    expect((await other.sends(page, `${page}/order-draft`, {})).status).toBe(303)

    const fields = { ...hidden, outcome: 'supported', text: 'Рішення сесії № 12.' }
    const refused = await postForm(office.app, to, fields, secretary.cookie)
    const html = await refused.text()
    expect(refused.status).toBe(409)
    for (const words of ['хтось уже діяв', 'Доручено підготувати проєкт рішення', 'secretary', fields.text])
      expect(html).toContain(words)
    expect((await office.petitions.load(id))?.decision).toBeUndefined()

    const again = { ...hiddenIn(html, to), outcome: 'supported', text: fields.text }
    expect((await postForm(office.app, to, again, secretary.cookie)).status).toBe(303)
    expect((await office.petitions.load(id))?.decision?.text).toBe(fields.text)
  })
})

describe('a last look', () => {
  it('shows the mail to the author before a refusal, and writes nothing yet', async () => {
    const id = await office.submitted()
    const [page, to] = [`/staff/petitions/${id}`, `/staff/petitions/${id}/reject`]
    const preview = await (await moderator.sends(page, to, refusal)).text()
    expect(preview).toContain('Листи, які буде надіслано')
    expect(preview).toContain('у петиції не викладено суть звернення (п. 3)')
    expect((await office.petitions.load(id))?.status).toBe('moderation')

    const hidden = hiddenIn(preview, to)
    const changed = await postForm(office.app, to, { ...hidden, change: 'yes' }, moderator.cookie)
    expect(await changed.text()).toContain(explanation)
    const done = await postForm(office.app, to, { ...hidden, confirmed: 'yes' }, moderator.cookie)
    expect([done.status, (await office.petitions.load(id))?.status]).toEqual([303, 'refused'])
  })

  it('moves a day off to the next working day before the term is extended', async () => {
    const id = await office.considered()
    const [page, to] = [`/staff/petitions/${id}`, `/staff/petitions/${id}/extend`]
    const fields = { dueOn: '2026-05-02', reason: 'Громадські слухання призначено на кінець квітня.' }
    const preview = await (await head.sends(page, to, fields)).text()
    expect(preview).toContain('4\u00a0травня 2026 року')
    const hidden = hiddenIn(preview, to)
    await postForm(office.app, to, { ...hidden, confirmed: 'yes' }, head.cookie)
    expect((await office.petitions.load(id))?.hearing?.dueOn).toBe('2026-05-04')
  })
})

describe('the draft of an answer', () => {
  const answer = { text: 'Перехід облаштують до осені.', reasons: 'Дорогу переходять діти.' }

  it('is written, returned, signed off and only then published; the journal has none of it', async () => {
    const id = await office.considered()
    const page = `/staff/petitions/${id}/draft`
    const step = (desk: Desk, fields: Record<string, string>) => desk.sends(page, page, fields)
    expect((await step(secretary, { do: 'save', text: answer.text, reasons: '' })).status).toBe(303)
    expect((await step(secretary, { do: 'ask', text: answer.text, reasons: '' })).status).toBe(400)
    expect((await step(secretary, { do: 'ask', ...answer })).status).toBe(303)
    expect(await head.reads('/staff')).toContain('Погодити відповідь')
    expect((await step(secretary, { do: 'approve' })).status).toBe(403)
    expect((await step(head, { do: 'return', note: 'Додайте строк.' })).status).toBe(303)
    expect(await secretary.reads(page)).toContain('Додайте строк.')
    await step(secretary, { do: 'ask', ...answer })
    await step(head, { do: 'approve' })
    expect((await office.petitions.load(id))?.answer).toBeUndefined()

    const desk = `/staff/petitions/${id}`
    await secretary.sends(desk, `${desk}/decide`, { outcome: 'supported', text: 'Рішення.' })
    await head.sends(desk, `${desk}/announce`, { confirmed: 'yes' })
    expect((await step(secretary, { do: 'publish' })).status).toBe(303)
    const record = await office.petitions.loadRecord(id)
    expect(record?.petition.answer).toMatchObject(answer)
    expect(JSON.stringify(record?.events)).not.toContain('Додайте строк.')
  })

  it('is nobody’s but secretary’s and head’s', async () => {
    const id = await office.considered()
    const path = `/staff/petitions/${id}/draft`
    const seen = await office.app.request(path, { headers: { cookie: moderator.cookie } })
    expect(seen.status).toBe(403)
  })

  it('keeps what was typed where somebody else has saved meanwhile', async () => {
    const id = await office.considered()
    const page = `/staff/petitions/${id}/draft`
    const hidden = hiddenIn(await secretary.reads(page), page)
    await head.sends(page, page, { do: 'save', text: 'Слова голови.', reasons: 'Бо так.' })
    const fields = { ...hidden, do: 'save', text: 'Слова секретаря.', reasons: 'Інші.' }
    const refused = await postForm(office.app, page, fields, secretary.cookie)
    const html = await refused.text()
    expect([refused.status, html.includes('Слова секретаря.')]).toEqual([409, true])
    expect(html).toContain('Збережено чернетку')
  })
})

describe('a form that is sent when the session has ended', () => {
  it('waits sealed for its sender, and for nobody else', async () => {
    const late = await Desk.open('moderator')
    const id = await office.submitted()
    const [page, to] = [`/staff/petitions/${id}`, `/staff/petitions/${id}/reject`]
    const hidden = hiddenIn(await late.reads(page), to)
    office.clock.forward(5 * 3600)
    const told = await postForm(office.app, to, { ...hidden, ...refusal }, late.cookie)
    expect([told.status, (await told.text()).includes('Введене збережено')]).toEqual([401, true])

    const other = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
    const theirs = await office.app.request('/staff/kept', { headers: { cookie: other } })
    expect(theirs.headers.get('location')).toBe('/staff')

    const cookie = await office.signIn(late.email)
    const html = await (await office.app.request('/staff/kept', { headers: { cookie } })).text()
    expect(html).toContain(explanation)
    const sent = await postForm(office.app, '/staff/kept?send', hiddenIn(html, '/staff/kept?send'), cookie)
    expect([sent.status, sent.headers.get('location')]).toEqual([307, to])
    const fields = hiddenIn(html, '/staff/kept?send')
    const preview = await postForm(office.app, to, fields, cookie)
    expect(await preview.text()).toContain('Листи, які буде надіслано')
    expect((await office.app.request('/staff/kept', { headers: { cookie } })).status).toBe(303)
  })

  it('stays on the page where nobody can tell whose it is', async () => {
    const lost = await postForm(office.app, '/staff/petitions/x/reject', { csrf: 'x', ...refusal })
    expect([lost.status, (await lost.text()).includes(explanation)]).toEqual([401, true])
  })
})

describe('notices', () => {
  it('that failed are shown with what to do, and sent again by the same outbox with every attempt kept', async () => {
    const fresh = await Desk.open('secretary')
    const id = await office.submitted()
    const notices = noticeTable(office.table)
    const noticeId = '1-submitted-author'
    const at = office.clock.now()
    await notices.claim(id, noticeId, at, at)
    await notices.failed(id, noticeId, { at, status: 'failed', reason: 'refused', final: true })
    const list = await fresh.reads('/staff/notices')
    for (const words of ['поштова система не прийняла адресу', 'a…r@example.org'])
      expect(list).toContain(words)
    expect(list).not.toContain('author@example.org')

    const to = `/staff/petitions/${id}/notices/${noticeId}/resend`
    const asked = await fresh.sends('/staff/notices', to, {})
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/staff/notices?resent'])
    expect(office.mailQueue.messages.at(-1)).toEqual({ type: 'notice', petitionId: id, noticeId })
    const claim = await notices.claim(id, noticeId, office.clock.now(), office.clock.now())
    expect(claim.state).toBe('taken')
    await notices.sent(id, noticeId, '<m@x>', office.clock.now())
    const record = await office.petitions.loadRecord(id)
    const notice = record?.notices.find((one) => one.id === noticeId)
    expect(notice?.steps?.map(({ what }) => what)).toEqual(['failed', 'resend-asked', 'sent'])
    expect(await fresh.reads('/staff/notices')).not.toContain('a…r@example.org')
  })

  it('of another community’s petition are nobody’s to send', async () => {
    const id = await office.submitted()
    const cookie = await office.signIn(await office.hire('secretary', 'community:elsewhere'))
    const html = await (await office.app.request('/staff', { headers: { cookie } })).text()
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const to = `/staff/petitions/${id}/notices/1-submitted-author/resend`
    expect((await postForm(office.app, to, { csrf }, cookie)).status).toBe(403)
  })
})

describe('the queue', () => {
  it('groups by urgency, keeps what waits for others apart, and finds by number and title', async () => {
    const fresh = await Desk.open('moderator')
    const id = await office.submitted()
    const { number } = (await office.petitions.load(id))!
    const now = office.clock.now()
    expect(await fresh.reads('/staff')).toContain('залишилося 2 робочі дні')
    expect(await fresh.reads(`/staff?q=${number}`)).toContain(`/staff/petitions/${id}`)
    expect(await fresh.reads('/staff?q=лавки')).toContain(`/staff/petitions/${id}`)
    expect(await fresh.reads('/staff?q=трамвай')).toContain('Нічого не знайдено')
    office.clock.forward(9 * 24 * 3600)
    const late = await Desk.open('moderator')
    const html = await late.reads('/staff')
    expect(html).toMatch(/прострочено на \d+ робочих дні/)
    expect(html).toContain('Чекаємо на інших')
    expect(now < office.clock.now()).toBe(true)
  })
})
