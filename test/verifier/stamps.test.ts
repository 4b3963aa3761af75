import { afterAll, describe, expect, it } from 'vitest'
import { timeStampRequest } from '../../shared/timestamp/request'
import type { VerifyOptions } from '../../verifier/context'
import type { FindingCode } from '../../verifier/finding'
import type { Report } from '../../verifier/report'
import { sentenceOf } from '../../verifier/texts/say'
import { verifyLog } from '../../verifier/verify-log'
import { type Credentials, OpensslAuthority } from '../support/openssl-authority'
import { BuiltLog, PETITION, tools } from './built-log'

const openssl = new OpensslAuthority()
const root = openssl.root('Орган позначок часу')
const honest = openssl.issue(root, '/CN=Позначки', 'extendedKeyUsage=critical,timeStamping')
const roots = openssl.pem(root)
afterAll(() => openssl.remove())

const request = (data: Uint8Array) => timeStampRequest(data, new Uint8Array(16).fill(7))

/** A log stamped by this authority at 100 and 300 entries, and 320 long. */
async function stamped(by: Credentials = honest): Promise<BuiltLog> {
  const log = new BuiltLog()
  for (const n of [100, 200]) {
    log.sign(n).publish()
    const query = await request(log.files.get(log.at('checkpoint'))!)
    log.stamp(() => openssl.reply(query, by))
  }
  log.put('log/tsa-roots.pem', roots)
  return log.sign(20).publish()
}

async function verify(log: BuiltLog, options: Partial<VerifyOptions> = {}): Promise<Report> {
  const report = await verifyLog(log.source, tools, { petitionId: PETITION, ...options })
  for (const finding of report.findings)
    expect(sentenceOf('uk', finding)).not.toMatch(/undefined|NaN|Invalid/)
  return report
}

const codes = ({ findings }: Report): FindingCode[] => findings.map(({ code }) => code)

describe('time stamps', () => {
  it('hold by roots the reader has', async () => {
    const report = await verify(await stamped(), { stampRoots: roots })
    expect(report.verdict).toBe('holds')
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'stamps-hold', facts: expect.objectContaining({ count: 2 }) }),
    )
    expect(codes(report)).not.toContain('stamps-roots-of-site')
  })

  it('hold by the site’s own roots, which is said', async () => {
    const report = await verify(await stamped())
    expect(report.verdict).toBe('holds')
    expect(codes(report)).toContain('stamps-roots-of-site')
  })

  it('by an unknown authority are named', async () => {
    const other = openssl.pem(openssl.root('Хтось'))
    const report = await verify(await stamped(), { stampRoots: other })
    expect(report.findings).toContainEqual({
      code: 'stamp-by-unknown-authority',
      status: 'failed',
      facts: { path: `log/${PETITION}/stamped/100.tsr`, size: 100 },
    })
  })

  it('over other data are named', async () => {
    const log = await stamped()
    log.put(log.at('stamped/300.tsr'), log.files.get(log.at('stamped/100.tsr'))!)
    expect(codes(await verify(log))).toContain('stamp-of-other-data')
  })

  it('without the time-stamping purpose are named', async () => {
    const log = await stamped()
    const query = await request(log.files.get(log.at('stamped/300'))!)
    const other = openssl.issue(root, '/CN=Сервер', 'extendedKeyUsage=critical,serverAuth')
    log.put(log.at('stamped/300.tsr'), openssl.forge(query, other, honest))
    expect(codes(await verify(log))).toContain('stamp-by-wrong-certificate')
  })

  it.each<readonly [string, (log: BuiltLog) => void, FindingCode]>([
    ['cut off', (log) => cut(log, 'stamped/300.tsr'), 'stamp-malformed'],
    ['missing', (log) => log.files.delete(log.at('stamped/300.tsr')), 'stamp-missing'],
    ['without their checkpoint', (log) => log.files.delete(log.at('stamped/300')), 'stamp-missing'],
    ['over what is no checkpoint', (log) => cut(log, 'stamped/300'), 'stamp-checkpoint-wrong'],
    [
      'listed in a file of no form',
      (log) => log.put(log.at('stamped/index'), '{}'),
      'stamps-index-malformed',
    ],
    ['of a longer log', (log) => longer(log), 'stamp-beyond-log'],
    ['of another tree', (log) => log.put(log.at('stamped/300'), log.signed(300, log.root)), 'stamp-forked'],
    ['with no roots that can be read', (log) => log.put('log/tsa-roots.pem', 'x'), 'stamps-roots-malformed'],
  ])('%s are named', async (_name, change, code) => {
    const log = await stamped()
    change(log)
    const report = await verify(log)
    expect(report.verdict).toBe('fails')
    expect(codes(report)).toContain(code)
  })

  it('without roots are not called right', async () => {
    const log = await stamped()
    log.files.delete('log/tsa-roots.pem')
    const report = await verify(log)
    expect(codes(report)).toContain('stamps-roots-missing')
    expect(codes(report)).not.toContain('stamps-hold')
  })

  it('tell of entries that claim to be younger than their stamp', async () => {
    const log = new BuiltLog().sign(3)
    log.add({ kind: 'annulment', time: '2999-01-01T00:00Z', index: 0, ground: 'own-request' })
    log.publish()
    const query = await request(log.files.get(log.at('checkpoint'))!)
    log.stamp(() => openssl.reply(query, honest))
    const report = await verify(log, { stampRoots: roots })
    expect(report.findings).toContainEqual(
      expect.objectContaining({
        code: 'stamp-before-entry',
        facts: expect.objectContaining({ index: 3, size: 4 }),
      }),
    )
  })
})

function cut(log: BuiltLog, path: string): void {
  log.put(log.at(path), log.files.get(log.at(path))!.slice(0, 60))
}

function longer(log: BuiltLog): void {
  log.put(log.at('stamped/900'), log.signed(900, log.root))
  log.put(log.at('stamped/900.tsr'), log.files.get(log.at('stamped/300.tsr'))!)
  log.put(log.at('stamped/index'), { items: [{ size: 900, at: log.timeAt(0) }] })
}
