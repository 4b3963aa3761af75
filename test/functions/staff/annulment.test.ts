import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annulSignatures, previewAnnulment } from '../../../functions/actions/annul-signatures'
import { annulmentTable } from '../../../functions/adapters/dynamodb/annulments'
import type { AnnulmentStore } from '../../../functions/ports/annulment-store'
import type { AnnulmentDraft, AnnulmentPreview, AnnulmentProgress } from '../../../shared/http/annulment'
import { LIMITS } from '../../../shared/http/limits'
import type { StaffMember } from '../../../shared/staff/staff-member'
import { testCommunity } from '../../support/communities'
import { type Office, openOffice, post, postForm } from './office'

const N = testCommunity.settings.threshold

let office: Office
let cookie: string
beforeAll(async () => {
  office = await openOffice()
  cookie = await office.signIn(await office.hire('moderator', 'community:kalynivka'))
})
afterAll(() => office.stop())

interface Problem {
  readonly code: string
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly value?: string }[]
}
type Body = Record<string, unknown>

const previewed = async (id: string, body: Body) =>
  post(office.app, `/api/v1/staff/petitions/${id}/annul/preview`, body, cookie)
const annuls = (id: string, body: Body) =>
  post(office.app, `/api/v1/staff/petitions/${id}/annul`, body, cookie)
const preview = async (id: string, body: Body) =>
  (await (await previewed(id, body)).json()) as AnnulmentPreview
const seen = async (id: string) => {
  const answer = await office.app.request(`/api/v1/staff/petitions/${id}`, { headers: { cookie } })
  return (await answer.json()) as {
    count: number
    annulments: { ground: string; number: number }[]
    annulmentActions: AnnulmentProgress[]
  }
}
const field = async (answer: Response) => {
  const { code, errors } = (await answer.json()) as Problem
  return [answer.status, code, ...(errors ?? []).map((error) => [error.code, error.value])]
}

describe('the preview', () => {
  it('names whose signatures they are and what is left, and writes nothing', async () => {
    const id = await office.signed(N + 2)
    const before = await office.petitions.loadRecord(id)
    expect(await preview(id, { signatures: '2, 4', ground: 'automated' })).toMatchObject({
      signatures: [
        { index: 1, name: 'Лісова Мавка-2', date: '2026-03-02' },
        { index: 3, name: 'Лісова Мавка-4', date: '2026-03-02' },
      ],
      count: { before: N + 2, after: N },
      threshold: N,
      fallsBelow: false,
    })
    expect(await office.petitions.loadRecord(id)).toEqual(before)
    expect((await seen(id)).annulmentActions).toEqual([])
  })

  it('says when fewer than N would be left after the threshold, and only then', async () => {
    const [reached, collecting] = [await office.signed(N), await office.signed(N - 1)]
    const draft = { signatures: '1', ground: 'own-request' }
    expect((await preview(reached, draft)).fallsBelow).toBe(true)
    expect((await preview(collecting, draft)).fallsBelow).toBe(false)
  })

  it('gives the same digest for the same, and another for anything else', async () => {
    const id = await office.signed(N + 2)
    const digest = async (body: Body) => (await preview(id, body)).digest
    const one = await digest({ signatures: '1-2', ground: 'automated' })
    expect(await digest({ signatures: ' 2;1 ', ground: 'automated' })).toBe(one)
    const others = await Promise.all([
      digest({ signatures: '1', ground: 'automated' }),
      digest({ signatures: '1-2', ground: 'duplicate' }),
      digest({ signatures: '1-2', ground: 'automated', explanation: 'Програма.' }),
      digest({ signatures: '1-3', ground: 'automated' }),
    ])
    expect(new Set([one, ...others]).size).toBe(5)
  })

  it('refuses numbers that nobody has, with those numbers', async () => {
    const id = await office.signed(2)
    const wrong = (signatures: string) => previewed(id, { signatures, ground: 'automated' })
    expect(await field(await wrong('2-5'))).toEqual([400, 'invalid-body', ['no-such-signature', '3–5']])
    expect(await field(await wrong('999999999'))).toEqual([
      400,
      'invalid-body',
      ['no-such-signature', '999999999'],
    ])
    for (const [text, code] of [
      ['', 'wrong-numbers'],
      ['0', 'wrong-numbers'],
      ['1-', 'wrong-numbers'],
      ['one', 'wrong-numbers'],
      [`1-${LIMITS.annulled + 1}`, 'too-many-signatures'],
    ] as const) {
      expect(await field(await wrong(text))).toEqual([400, 'invalid-body', [code, undefined]])
    }
  })
})

describe('annulling', () => {
  it('is taken by the log, and no longer counts; the desk shows how far it is', async () => {
    const id = await office.signed(N + 1)
    const draft = { signatures: '1', ground: 'automated', explanation: 'Підпис поставила програма.' }
    const { digest } = await preview(id, draft)
    const answer = await annuls(id, { ...draft, digest })
    expect(answer.status).toBe(202)
    const progress = { by: 'moderator', ground: 'automated', signatures: '1', number: 1, written: 1 }
    expect((await seen(id)).annulmentActions).toMatchObject([{ ...progress, inLog: 0 }])
    await office.sequence(id)
    const after = await seen(id)
    expect(after.annulmentActions).toMatchObject([{ ...progress, inLog: 1 }])
    expect([after.count, after.annulments]).toMatchObject([N, [{ ground: 'automated', number: 1 }]])
    // Neither who did it nor what the signers are told is published.
    const record = await office.petitions.loadRecord(id)
    expect(JSON.stringify(record)).not.toContain('програма')
  })

  it('happens once, however often it is confirmed', async () => {
    const id = await office.signed(N)
    const draft = { signatures: '1', ground: 'automated' }
    const { digest } = await preview(id, draft)
    for (let time = 0; time < 2; time++) expect((await annuls(id, { ...draft, digest })).status).toBe(202)
    await office.sequence(id)
    expect((await annuls(id, { ...draft, digest })).status).toBe(202)
    await office.sequence(id)
    const after = await seen(id)
    expect([after.count, after.annulmentActions.length]).toEqual([N - 1, 1])
  })

  it('refuses what is annulled already, whether the log has it yet or not', async () => {
    const id = await office.signed(N + 2)
    const draft = { signatures: '1-2', ground: 'automated' }
    const { digest } = await preview(id, draft)
    await annuls(id, { ...draft, digest })
    for (let time = 0; time < 2; time++) {
      const again = await previewed(id, { signatures: '2-3', ground: 'duplicate' })
      expect(await field(again)).toEqual([400, 'invalid-body', ['already-annulled', '2']])
      await office.sequence(id)
    }
    // An annulment's own entry is nobody's signature.
    const itself = await previewed(id, { signatures: `${N + 3}`, ground: 'duplicate' })
    expect(await field(itself)).toEqual([400, 'invalid-body', ['no-such-signature', `${N + 3}`]])
  })

  it('refuses what the preview did not show', async () => {
    const id = await office.signed(N + 1)
    const draft = { signatures: '1', ground: 'automated' }
    const { digest } = await preview(id, draft)
    for (const other of [
      { ...draft, signatures: '2' },
      { ...draft, ground: 'duplicate' },
      { ...draft, explanation: 'Інше.' },
    ]) {
      expect(await field(await annuls(id, { ...other, digest }))).toEqual([409, 'preview-changed'])
    }
    // Meanwhile somebody else annuls another one: now N would no longer stand.
    const second = { signatures: '2', ground: 'duplicate' }
    await annuls(id, { ...second, digest: (await preview(id, second)).digest })
    await office.sequence(id)
    expect(await field(await annuls(id, { ...draft, digest }))).toEqual([409, 'preview-changed'])
    expect((await seen(id)).annulmentActions).toHaveLength(1)
  })

  it('is for the council’s staff, from publication to the archive', async () => {
    const id = await office.signed(1, 'dbaiemo')
    const draft = { signatures: '1', ground: 'automated' }
    const editor = await office.signIn(await office.hire('ngo-editor', 'host:dbaiemo'))
    const path = `/api/v1/staff/petitions/${id}/annul`
    const own = [`${path}/preview`, draft] as const
    expect((await post(office.app, own[0], own[1], editor)).status).toBe(403)
    expect((await post(office.app, path, { ...draft, digest: 'A'.repeat(43) }, editor)).status).toBe(403)
    expect((await previewed(id, draft)).status).toBe(200)
    const unpublished = await office.submitted()
    expect(await field(await previewed(unpublished, draft))).toEqual([409, 'wrong-status'])
    expect((await previewed('0000000000', draft)).status).toBe(404)
  })
})

describe('a failure', () => {
  const member: StaffMember = {
    id: 'somebody',
    name: 'Хтось',
    email: 'somebody@staff.example',
    grants: [{ role: 'secretary', scope: 'community:kalynivka' }],
  }

  /** The real store, but for targets whose rows fail to be written, or are written and not said to be. */
  function failing(
    store: AnnulmentStore,
    lost: readonly number[],
    persisted: readonly number[],
  ): AnnulmentStore {
    return {
      ...store,
      async add(petitionId, action, targets) {
        await store.add(
          petitionId,
          action,
          targets.filter((target) => !lost.includes(target)),
        )
        return targets.filter((target) => [...lost, ...persisted].includes(target))
      },
    }
  }

  it('halfway is told, shown, and mended by the same request', async () => {
    const id = await office.signed(N + 2)
    const annulments = annulmentTable(office.table)
    const deps = { ...office, annulments }
    const draft: AnnulmentDraft = { signatures: '1-3', ground: 'automated' }
    const { digest } = await previewAnnulment(deps, member, id, draft)
    const broken = { ...deps, annulments: failing(annulments, [1], [2]) }
    const first = annulSignatures(broken, member, id, { ...draft, digest })
    await expect(first).rejects.toMatchObject({ code: 'annulment-incomplete' })
    await office.sequence(id)
    expect((await seen(id)).annulmentActions).toMatchObject([{ number: 3, written: 2, inLog: 2 }])
    const page = await office.app.request(`/staff/petitions/${id}`, { headers: { cookie } })
    expect(await page.text()).toContain('Завершити анулювання')

    await annulSignatures(deps, member, id, { ...draft, digest })
    await office.sequence(id)
    const after = await seen(id)
    expect(after.annulmentActions).toMatchObject([{ by: 'secretary', number: 3, written: 3, inLog: 3 }])
    expect(after.count).toBe(N - 1)
  })
})

describe('the desk', () => {
  const html = async (answer: Response | Promise<Response>) => (await answer).text()
  const hidden = (page: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

  it('shows the preview, and annuls by its button', async () => {
    const id = await office.signed(N)
    const desk = await html(office.app.request(`/staff/petitions/${id}`, { headers: { cookie } }))
    expect(desk).toContain(`action="/staff/petitions/${id}/annul"`)
    const csrf = hidden(desk, 'csrf')
    const form = { csrf, signatures: '1, 3', ground: 'not-own-will', explanation: '' }
    const shown = await postForm(office.app, `/staff/petitions/${id}/annul`, form, cookie)
    const page = await shown.text()
    expect(shown.status).toBe(200)
    for (const words of ['Лісова Мавка-1', 'Лісова Мавка-3', 'Анулювати 2 підписи', 'Підписів стане менше']) {
      expect(page).toContain(words)
    }
    expect(page).not.toContain('Мавка-2')
    expect((await seen(id)).annulmentActions).toEqual([])

    const confirm = { csrf, signatures: '1, 3', ground: 'not-own-will', digest: hidden(page, 'digest') }
    const done = await postForm(office.app, `/staff/petitions/${id}/annul`, confirm, cookie)
    expect([done.status, done.headers.get('location')]).toEqual([303, `/staff/petitions/${id}?saved`])
    await office.sequence(id)
    const after = await html(office.app.request(`/staff/petitions/${id}`, { headers: { cookie } }))
    expect(after).toContain('Усі записано в журнал підписів')
    expect(after).toContain('Підписів стало менше, ніж потрібно')
    // The question is the secretary's or the head's to answer.
    expect(after).not.toContain('/keep-consideration"')
    const head = await office.signIn(await office.hire('head', 'community:kalynivka'))
    const asked = await html(office.app.request(`/staff/petitions/${id}`, { headers: { cookie: head } }))
    for (const action of ['keep-consideration', 'resume-collection']) expect(asked).toContain(`/${action}"`)
  })

  it('gives a wrong form back, and a preview that has changed anew', async () => {
    const id = await office.signed(2)
    const desk = await html(office.app.request(`/staff/petitions/${id}`, { headers: { cookie } }))
    const csrf = hidden(desk, 'csrf')
    const send = (fields: Record<string, string>) =>
      postForm(office.app, `/staff/petitions/${id}/annul`, { csrf, ...fields }, cookie)
    const wrong = await send({ signatures: '7', ground: 'automated' })
    const page = await wrong.text()
    expect(wrong.status).toBe(400)
    expect(page).toContain('Підписів із такими номерами в переліку немає: 7.')
    expect(page).toContain('<a href="#annul-signatures">')
    const changed = await send({ signatures: '1', ground: 'automated', digest: 'A'.repeat(43) })
    expect(changed.status).toBe(409)
    const anew = await changed.text()
    expect(anew).toContain('Ще нічого не анульовано')
    expect(
      (await send({ signatures: '1', ground: 'automated', digest: hidden(anew, 'digest') })).status,
    ).toBe(303)
    expect(
      (await postForm(office.app, `/staff/petitions/${id}/annul`, { signatures: '2' }, cookie)).status,
    ).toBe(403)
  })
})
