import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { askForDigest } from '../../../functions/actions/ask-for-digest'
import { deliverDigest } from '../../../functions/actions/deliver-digest'
import { anomalyTable } from '../../../functions/adapters/dynamodb/anomalies'
import { deskTable } from '../../../functions/adapters/dynamodb/desk'
import { digestTable } from '../../../functions/adapters/dynamodb/digests'
import type { MailMessage } from '../../../functions/ports/mail-message'
import type { Mail } from '../../../functions/ports/mailer'
import { MemoryQueue } from '../../support/platform'
import { type Office, openOffice, SITE } from '../staff/office'

// The operators' digest over the real table: when it is asked for, to whom it goes, and that it goes once.

let office: Office
let operator: string
let sent: Mail[]
beforeAll(async () => {
  office = await openOffice()
  operator = await office.hire('operator', '*')
  await office.hire('head', 'community:kalynivka')
})
afterAll(() => office?.stop())
beforeEach(() => {
  sent = []
})

function deps(refuses = false) {
  const { clock, petitions, staff, table } = office
  const send = async (mail: Mail) => {
    if (refuses) throw new Error('the mail system is away')
    sent.push(mail)
    return { messageId: mail.messageId }
  }
  return {
    ...{ clock, petitions, staff, publicUrl: SITE, mailer: { send } },
    communities: office.deps.communities,
    anomalies: anomalyTable(table),
    desk: deskTable(table),
    digests: digestTable(table),
  }
}

const summary = (inAlarms: number) => ({
  ...{ madeAt: office.clock.now(), size: 11_091, level: 'alarm' as const, signatures: 11_091 },
  ...{ inAlarms, inGroups: inAlarms, shared: { addresses: 160, signatures: 3396 } },
})

it('is asked for once a day from eight in the morning, whoever asks how often', async () => {
  const mailQueue = new MemoryQueue<MailMessage>()
  const asking = { clock: office.clock, digests: digestTable(office.table), mailQueue }
  office.clock.set('2026-03-04T05:59:00.000Z')
  expect(await askForDigest(asking, undefined)).toBeUndefined()
  office.clock.set('2026-03-04T06:00:00.000Z')
  expect(await askForDigest(asking, undefined)).toBe('2026-03-04')
  expect(await askForDigest(asking, '2026-03-04')).toBe('2026-03-04')
  // Another process, or the same after a fall.
  expect(await askForDigest(asking, undefined)).toBe('2026-03-04')
  expect(mailQueue.messages).toEqual([{ type: 'digest', day: '2026-03-04' }])
})

it('says nothing where there is nothing to say, but on Mondays that all is well', async () => {
  await deliverDigest(deps(), '2026-03-04', 'a')
  expect(sent).toEqual([])
  await deliverDigest(deps(), '2026-03-09', 'b')
  expect(sent).toEqual([
    expect.objectContaining({ to: [operator], subject: expect.stringContaining('усе гаразд') }),
  ])
})

it('tells operators alone, once, and tries again as the same message', async () => {
  const id = await office.submitted()
  const petition = (await office.petitions.load(id))!
  await anomalyTable(office.table).checked(petition, office.clock.now(), summary(3396))
  await expect(deliverDigest(deps(true), '2026-03-10', 'first')).rejects.toThrow('away')
  // A second message for the day, asked for by a sweep that fell between asking and noting it.
  await deliverDigest(deps(), '2026-03-10', 'second')
  expect(sent).toEqual([])
  await deliverDigest(deps(), '2026-03-10', 'first')
  await deliverDigest(deps(), '2026-03-10', 'first')
  expect(sent).toHaveLength(1)
  const [mail] = sent
  expect(mail).toMatchObject({ to: [operator], messageId: '<digest-2026-03-10@petitions.example>' })
  expect(mail!.text).toContain('У групах для перевірки: 3\u00a0396 із 11\u00a0091 (31')
  expect(mail!.text).toContain('Зі спільних адрес: 3\u00a0396 (160 адрес)')
  expect(mail!.text).toContain(`${SITE}/staff/petitions/${id}/anomalies`)
  expect(mail!.text).toContain(`${SITE}/en/staff/petitions/${id}/anomalies`)
  expect(mail!.text).not.toContain('Лісова')
})

it('leaves out what somebody at the desk has settled', async () => {
  const id = await office.submitted()
  const petition = (await office.petitions.load(id))!
  const anomalies = anomalyTable(office.table)
  await anomalies.checked(petition, office.clock.now(), summary(100))
  await anomalies.settle(petition, { at: office.clock.now(), staffId: 'm', inGroups: 100 })
  await deliverDigest(deps(), '2026-03-11', 'c')
  expect(sent[0]!.text).not.toContain(id)
})
