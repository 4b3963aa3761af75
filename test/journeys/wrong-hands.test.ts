import { afterAll, beforeAll, expect, test } from 'vitest'
import { instantOf } from '../../shared/calendar/day'
import { STAFF_ACTIONS } from '../../shared/http/staff-actions'
import { rolesOf } from '../../shared/staff/access'
import { Guarded, refused } from '../support/journeys/guarded'
import type { Resident } from '../support/journeys/resident'
import { actionOf } from '../support/journeys/sound-bodies'

// Whoever has no right to something gets a refusal with a stable code, and nothing is written.

let guarded: Guarded
let resident: Resident
beforeAll(async () => {
  guarded = await Guarded.start()
  resident = guarded.town.resident(1)
})
afterAll(() => guarded?.town.stop())

const forStaff = () => guarded.operations.filter((operation) => operation.staff)
const steps = () => forStaff().filter((operation) => actionOf(operation) !== undefined)

test('what is for staff, without a session or with a forged one', async () => {
  expect(steps()).toHaveLength(STAFF_ACTIONS.length)
  const { cookie } = await guarded.staff.head!.credentials()
  const forged = [
    '',
    'viche_session=',
    'viche_session=eyJhbGciOiJub25lIn0.eyJzdWIiOiJtYWx2YS1oZWFkIn0.',
    `${cookie.slice(0, -2)}xx`,
    cookie.replace('viche_session', 'session'),
  ]
  for (const operation of forStaff()) {
    for (const one of forged) {
      const answer = await guarded.ask(operation, { cookie: one })
      expect([operation.id, ...refused(operation.id, answer)]).toEqual([
        operation.id,
        401,
        'sign-in-required',
      ])
    }
  }
  await guarded.nothingWritten()
})

test('staff of other communities and hosts', async () => {
  const strangers = ['moderator', 'secretary', 'head'].map((role) => `${role}@kyiv.example`)
  for (const email of [...strangers, 'editor@kalynovyi-mist.example']) {
    const session = await guarded.town.staff(email).credentials()
    await guarded.remember()
    const its = [
      ...steps(),
      ...forStaff().filter(({ id }) => ['getStaffPetition', 'previewAnnulment', 'putCalendar'].includes(id)),
    ]
    for (const operation of its) {
      const answer = await guarded.ask(operation, session)
      expect([email, operation.id, ...refused(operation.id, answer)]).toEqual([
        email,
        operation.id,
        403,
        'forbidden',
      ])
    }
    await guarded.nothingWritten()
  }
})

test('staff of the community in another role, or out of turn', async () => {
  for (const [role, member] of Object.entries(guarded.staff)) {
    for (const operation of steps()) {
      const allowed = rolesOf(actionOf(operation)!).some((one) => one === role)
      const answer = await guarded.ask(operation, await member.credentials())
      // Signatures can be annulled at any time, but nobody has signed here yet.
      const untimely = operation.id === 'staff-annul' ? [400, 'invalid-body'] : [409, 'wrong-status']
      const expected = allowed ? untimely : [403, 'forbidden']
      const name = `${role} ${operation.id}`
      expect([name, ...refused(name, answer)]).toEqual([name, ...expected])
    }
  }
  await guarded.nothingWritten()
})

test('answers to a proof of work that serve another, were altered, or served before', async () => {
  const sign = (altcha: string, change: object = {}) =>
    guarded.town.post(`/api/v1/petitions/${guarded.id}/signatures`, {
      person: resident.name,
      email: resident.email,
      noticeRead: true,
      altcha,
      ...change,
    })
  const other = guarded.town.resident(2)
  const proof = await resident.solves({ purpose: 'sign', petition: guarded.id })
  for (const [what, answer] of [
    ['another address', await sign(proof, { email: other.email })],
    ['another petition', await sign(await resident.solves({ purpose: 'sign', petition: 'other' }))],
    ['another purpose', await sign(await resident.solves({ purpose: 'submit' }))],
    ['altered', await sign(`${proof.slice(0, -8)}AAAAAAA=`)],
    ['cheaper', await sign(cheapened(proof))],
  ] as const) {
    expect([what, ...refused(what, answer)]).toEqual([what, 400, 'challenge-failed'])
  }
  expect((await sign(proof, { website: 'https://spam.example' })).status).toBe(202)
  expect(refused('vanishing', await sign(proof, { email: 'taras@mailinator.com' }))).toEqual([
    422,
    'disposable-address',
  ])
  await guarded.nothingWritten()

  expect((await sign(proof)).status).toBe(202)
  await guarded.remember()
  expect(refused('again', await sign(proof))).toEqual([409, 'challenge-used'])
  expect(refused('again', await sign(proof))).toEqual([409, 'challenge-used'])
  await guarded.nothingWritten()
})

/** The same answer with less work asked of it. */
function cheapened(proof: string): string {
  const payload = JSON.parse(Buffer.from(proof, 'base64').toString())
  payload.challenge.parameters.cost = 1
  return Buffer.from(JSON.stringify(payload)).toString('base64')
}

test('links to a first key that were used before, are forged or are meant for something else', async () => {
  const editor = guarded.town.staff('editor@kalynovyi-mist.example')
  const begin = (token: string) => guarded.town.post('/api/v1/staff/passkeys/options', { token })
  // The editor has had a key since the test before: a link no longer brings another.
  const token = await editor.askForLink()
  await guarded.remember()
  expect(refused('again', await begin(token))).toEqual([409, 'recovery-needed'])
  for (const wrong of [`${token}x`, 'x', await resident.linkTo('Підтвердьте підпис')]) {
    expect(refused('wrong', await begin(wrong))).toEqual([400, 'token-invalid'])
  }
  for (const body of [{}, { email: 'x' }, { email: 7 }, { email: 'a@example.org', role: 'head' }]) {
    expect(refused('sign-in', await guarded.town.post('/api/v1/staff/sign-in', body))).toEqual([
      400,
      'invalid-body',
    ])
  }
  const stranger = await guarded.town.post('/api/v1/staff/sign-in', { email: 'stranger@example.org' })
  expect(stranger.status).toBe(202)
  await guarded.nothingWritten()
})

test('forms of pages and of the desk', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: guarded.town.url }
  const cookie = await guarded.staff.moderator!.credentials()
  const cases: [string, string, Record<string, string>, number][] = [
    ['/confirm', 'token=x', form, 400],
    ['/confirm', '', form, 400],
    ['/confirm', '{"token":"x"}', { 'content-type': 'application/json' }, 415],
    ['/author', 'token=x&petition=y', form, 400],
    ['/staff/sign-in', 'email=x', form, 400],
    ['/staff/enter', 'token=x', form, 400],
    [`/staff/petitions/${guarded.id}/reject`, 'ground=hatred&explanation=x', { ...form, ...cookie }, 403],
    [
      `/staff/petitions/${guarded.id}/reject`,
      'csrf=x&ground=hatred&explanation=x',
      { ...form, ...cookie },
      403,
    ],
    [`/staff/petitions/${guarded.id}/reject`, 'csrf=x', form, 401],
    [`/staff/petitions/${guarded.id}/nonsense`, 'csrf=x', { ...form, ...cookie }, 404],
    ['/staff/petitions/nowhere', '', { ...form, ...cookie }, 405],
  ]
  for (const [path, body, headers, status] of cases) {
    const answer = await guarded.town.send('POST', path, body, headers)
    expect([path, body, answer.status]).toEqual([path, body, status])
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  }
  expect((await guarded.town.get('/staff/petitions/nowhere', cookie)).status).toBe(404)
  await guarded.nothingWritten()
})

test('proofs, links and sessions after their time', async () => {
  const { town, id } = guarded
  const altcha = await resident.solves({ purpose: 'sign', petition: id })
  const token = await town.staff('head@malva.example').askForLink()
  const session = await guarded.staff.head!.credentials()
  const start = Date.parse(await town.now())
  await town.moveTo(instantOf(start + 21 * 60_000))
  await guarded.remember()
  const body = { person: resident.name, email: resident.email, noticeRead: true, altcha }
  const late = await town.post(`/api/v1/petitions/${id}/signatures`, body)
  expect(refused('proof', late)).toEqual([400, 'challenge-expired'])
  const begun = await town.post('/api/v1/staff/passkeys/options', { token })
  expect(refused('link', begun)).toEqual([410, 'token-expired'])

  await town.moveTo(instantOf(start + 5 * 3_600_000))
  await guarded.remember()
  for (const operation of forStaff()) {
    const answer = await guarded.ask(operation, session)
    expect([operation.id, ...refused(operation.id, answer)]).toEqual([operation.id, 401, 'sign-in-required'])
  }
  const desk = await town.get('/staff', session)
  expect([desk.status, desk.headers.get('location')]).toEqual([303, '/staff/sign-in'])
  await guarded.nothingWritten()
})
