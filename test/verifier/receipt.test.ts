import { describe, expect, it } from 'vitest'
import type { FindingCode } from '../../verifier/finding'
import type { Report } from '../../verifier/report'
import { sentenceOf, verdictOf } from '../../verifier/texts/say'
import { verifyLog } from '../../verifier/verify-log'
import { verifyReceipt } from '../../verifier/verify-receipt'
import { BuiltLog, HOST, PETITION, tools } from './built-log'

const log = new BuiltLog().sign(300).publish()
const receipt = await log.receipt(41)

function codes({ findings }: Report): FindingCode[] {
  for (const finding of findings) expect(sentenceOf('uk', finding)).not.toMatch(/undefined|NaN/)
  return findings.map(({ code }) => code)
}

function inLog(log: BuiltLog, receipt: string): Promise<Report> {
  return verifyLog(log.source, tools, { petitionId: log.petitionId, receipt })
}

describe('a receipt by itself', () => {
  it.each(['siteKey', 'key'] as const)('holds by the %s', async (key) => {
    const report = await verifyReceipt(tools, receipt, { key: log[key] })
    expect(report).toMatchObject({ verdict: 'holds', petitionId: PETITION })
    expect(codes(report)).toEqual(['receipt-holds'])
    expect(verdictOf('uk', report)).toBe('Квитанція справжня.')
  })

  it('holds with the line ends that a mail program has changed', async () => {
    const report = await verifyReceipt(tools, receipt.replaceAll('\n', '\r\n'), { key: log.key })
    expect(report.verdict).toBe('holds')
  })

  it('is not called genuine without a key', async () => {
    const report = await verifyReceipt(tools, receipt, {})
    expect(report.verdict).toBe('unchecked')
    expect(codes(report)).toEqual(['receipt-without-key'])
  })

  it.each<readonly [string, (text: string) => string, FindingCode]>([
    ['of no form', () => 'квитанція', 'receipt-malformed'],
    ['that is empty', () => '', 'receipt-malformed'],
    ['cut off', (text) => text.slice(0, -40), 'receipt-malformed'],
    ['with another index', (text) => text.replace('index 41', 'index 42'), 'receipt-proof-wrong'],
    ['with a hash left out', (text) => text.replace(/(index 41\n)\S+\n/, '$1'), 'receipt-proof-wrong'],
    ['without its entry', (text) => text.replace(/extra .*\n/, ''), 'receipt-entry-malformed'],
    [
      'with an entry of no form',
      (text) => text.replace(/extra .*\n/, 'extra eA==\n'),
      'receipt-entry-malformed',
    ],
    ['with a changed checkpoint', (text) => text.replace('\n300\n', '\n301\n'), 'receipt-unsigned'],
    ['with its signature left out', (text) => text.replace(/— \S+\/q2w3e4r5t6 .*\n/, ''), 'receipt-unsigned'],
  ])('%s is refused', async (_name, change, code) => {
    const report = await verifyReceipt(tools, change(receipt), { key: log.key })
    expect(report.verdict).toBe('fails')
    expect(codes(report)).toEqual([code])
  })

  it('of another petition is named', async () => {
    const other = new BuiltLog('z9z9z9z9z9').sign(3).publish()
    const report = await verifyReceipt(tools, await other.receipt(0), { key: log.key })
    expect(report.findings).toEqual([
      {
        code: 'receipt-of-another-petition',
        status: 'failed',
        facts: { origin: `${HOST}/log/z9z9z9z9z9`, expected: `${HOST}/log/${PETITION}` },
      },
    ])
  })

  it('signed by another key is refused', async () => {
    const other = new BuiltLog().sign(60).publish()
    expect(codes(await verifyReceipt(tools, await other.receipt(41), { key: log.key }))).toEqual([
      'receipt-unsigned',
    ])
  })
})

describe('a receipt in the log', () => {
  it('is found with its name', async () => {
    const report = await inLog(log, receipt)
    expect(report.verdict).toBe('holds')
    expect(codes(report)).toEqual(expect.arrayContaining(['receipt-holds', 'receipt-in-log']))
    expect(report.findings.find(({ code }) => code === 'receipt-in-log')?.facts).toEqual({
      index: 41,
      name: 'Підписант 41 Іванович',
    })
  })

  it('of a signature annulled and erased later still holds, and it is said so', async () => {
    const grown = new BuiltLog().sign(300).publish()
    const early = await grown.receipt(41)
    grown.annul(41).erase(41).sign(20).publish()
    const report = await inLog(grown, early)
    expect(report.verdict).toBe('holds')
    expect(codes(report)).toEqual(
      expect.arrayContaining(['receipt-in-log-nameless', 'receipt-annulled', 'receipt-erased']),
    )
    expect(report.findings.find(({ code }) => code === 'receipt-annulled')?.facts).toMatchObject({
      by: 300,
      ground: 'own-request',
    })
  })

  it('tells of a log that was cut', async () => {
    const cut = new BuiltLog(PETITION, 100, log.pair).sign(50).publish()
    expect(codes(await inLog(cut, receipt))).toContain('receipt-beyond-log')
  })

  it('tells of a log that leaves its signature out', async () => {
    const other = new BuiltLog(PETITION, 100, log.pair).sign(300)
    other.entries.splice(41, 1)
    other.names.splice(41, 1)
    expect(codes(await inLog(other.sign(5).publish(), receipt))).toContain('receipt-not-in-log')
  })

  it('tells of a log that has another past beside its signature', async () => {
    const other = new BuiltLog(PETITION, 100, log.pair).sign(300)
    other.entries[7] = other.entries[8]!
    expect(codes(await inLog(other.sign(5).publish(), receipt))).toContain('receipt-forked')
  })
})
