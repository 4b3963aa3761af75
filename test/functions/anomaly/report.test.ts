import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { isAlarming } from '../../../functions/actions/alarming'
import { forgetAnomalies, readAnomalies, reportAnomalies } from '../../../functions/actions/report-anomalies'
import { watchAnomalies } from '../../../functions/actions/watch-anomalies'
import { anomalyTable } from '../../../functions/adapters/dynamodb/anomalies'
import { signatureLogTable } from '../../../functions/adapters/dynamodb/log-state'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { signedRowTable } from '../../../functions/adapters/dynamodb/signed-rows'
import { signatureTraits } from '../../../functions/signing/signature-traits'
import type { Petition } from '../../../shared/petition/petition'
import { type Office, openOffice, postForm } from '../staff/office'

// Reports on unusual signatures over the real table: who makes them when, what they hold, what the desk shows of them.

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.stop())

function deps() {
  const { clock, petitions, objects, table } = office
  const failures: unknown[] = []
  return {
    ...{ clock, petitions, objects, failures },
    log: signatureLogTable(table),
    signedRows: signedRowTable(table),
    anomalies: anomalyTable(table),
    onFailure: (_: string, error: unknown) => void failures.push(error),
  }
}

const load = async (id: string) => (await office.petitions.load(id)) as Petition

/** So many signatures by a program from one address, a minute apart. */
async function stuff(id: string, people: number): Promise<void> {
  const key = await office.petitions.petitionKey(id)
  const signatures = signatureTable(office.table)
  for (let n = 0; n < people; n++) {
    office.clock.forward(60)
    const seen = {
      network: '192.0.2.7',
      email: `bot-${n}@trash.example`,
      marks: ['disposable-domain' as const],
    }
    await signatures.add({
      petitionId: id,
      personKey: createHash('sha256').update(`${id} ${n}`).digest('base64url'),
      person: { surname: `Перебийніс-${'щвагокрнзтхдчжібуйепмшлсф'[n % 25]}`, givenName: 'Тарас' },
      confirmedAt: office.clock.now(),
      nameSalt: randomBytes(32),
      personSalt: randomBytes(32),
      level: 'email',
      traits: signatureTraits(key!, seen),
    })
  }
  await office.sequence(id)
}

it('is made hourly where the log has grown, and at once where somebody waits', async () => {
  const id = await office.signed(12)
  const with_ = deps()
  const madeAt = async () => (await readAnomalies(with_, id))?.madeAt
  await watchAnomalies(with_, () => 60_000)
  const first = await madeAt()
  expect(first).toBe(office.clock.now())

  office.clock.forward(30 * 60)
  await watchAnomalies(with_, () => 60_000)
  expect(await madeAt()).toBe(first)
  await with_.anomalies.want(await load(id), office.clock.now())
  office.clock.forward(1)
  await watchAnomalies(with_, () => 60_000)
  const second = await madeAt()
  expect(second).toBe(office.clock.now())

  // An hour later nobody has signed: nothing is made.
  office.clock.forward(2 * 3600)
  await watchAnomalies(with_, () => 60_000)
  expect(await madeAt()).toBe(second)
  await stuff(id, 25)
  office.clock.forward(3600)
  // Without time it stays due.
  await watchAnomalies(with_, () => 100)
  expect(await madeAt()).toBe(second)
  await watchAnomalies(with_, () => 60_000)
  const report = await readAnomalies(with_, id)
  expect(report).toMatchObject({ signatures: 37, level: 'alarm', networks: { noted: 25 } })
  const thrownAway = report?.groups.find(({ kind }) => kind === 'disposable-domain')
  expect(thrownAway).toMatchObject({ level: 'alarm', size: 25, targets: [[12, 36]] })
  expect(with_.failures).toEqual([])
})

it('shows at the desk to those who may see it, leads to the preview, and is settled or brought back', async () => {
  const id = await office.signed(10)
  await stuff(id, 25)
  const with_ = deps()
  await reportAnomalies(with_, await load(id))
  const path = `/staff/petitions/${id}/anomalies`
  const moderator = await office.session({ role: 'moderator', scope: 'community:kalynivka' })
  const operator = await office.session({ role: 'operator', scope: '*' })
  const read = async (who: { cookie: string }, address = path) =>
    (await office.app.request(address, { headers: { cookie: who.cookie } })).text()

  const page = await read(moderator)
  expect(page).toContain('25 із 35 підписів (71')
  expect(page).toContain('name="signatures" value="11–35"')
  expect(await read(operator)).not.toContain('name="signatures"')
  expect(await read(moderator, '/staff')).toContain('Незвичні підписи')
  expect(await read(moderator, `/staff/petitions/${id}`)).toContain('Варто перевірити 25 із 35 підписів')

  const fields = { csrf: moderator.csrf, signatures: '11–35', ground: 'automated' }
  const preview = await postForm(office.app, `/staff/petitions/${id}/annul`, fields, moderator.cookie)
  expect(preview.status).toBe(200)
  expect(await preview.text()).toContain('Анулювати 25 підписів')

  const send = (what: string) =>
    postForm(office.app, path, { csrf: moderator.csrf, do: what }, moderator.cookie)
  expect((await send('settle')).status).toBe(303)
  expect(await read(moderator, '/staff')).not.toContain(`${id}/anomalies`)
  expect(await read(moderator)).toContain('Перевірено, питань немає: Хтось')
  expect((await send('unsettle')).status).toBe(303)
  expect(await read(moderator, '/staff')).toContain(`${id}/anomalies`)
  expect((await send('nothing')).status).toBe(400)
  office.clock.forward(60)
  expect((await send('renew')).status).toBe(303)
  expect((await readAnomalies(with_, id))?.madeAt).toBe(office.clock.now())
})

it('comes back when much more is found after it was settled', () => {
  const report = { level: 'alarm', inGroups: 100 } as never
  const state = { petitionId: 'p', communityId: 'k', report }
  const settled = (inGroups: number) => ({ at: office.clock.now(), staffId: 's', inGroups })
  expect(isAlarming(state)).toBe(true)
  expect(isAlarming({ ...state, settled: settled(90) })).toBe(false)
  expect(isAlarming({ ...state, settled: settled(80) })).toBe(true)
  expect(isAlarming({ petitionId: 'p', communityId: 'k' })).toBe(false)
})

it('is forgotten whole', async () => {
  const id = await office.signed(3)
  const with_ = deps()
  const petition = await load(id)
  await reportAnomalies(with_, petition)
  await forgetAnomalies(with_, petition)
  expect(await readAnomalies(with_, id)).toBeUndefined()
  expect(await with_.anomalies.get(petition)).toBeUndefined()
})
