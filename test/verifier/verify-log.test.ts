import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../functions/adapters/sha256'
import { textHash } from '../../shared/log/commitment'
import type { SignatureEntry } from '../../shared/log/entry'
import { decodeBundle, encodeBundle } from '../../shared/tlog/bundle'
import { utf8 } from '../../shared/tlog/bytes'
import type { VerifyOptions } from '../../verifier/context'
import type { Finding, FindingCode } from '../../verifier/finding'
import type { Report } from '../../verifier/report'
import { sentenceOf } from '../../verifier/texts/say'
import { LogMissing, verifyLog } from '../../verifier/verify-log'
import { BuiltLog, HOST, PETITION, sourceOf, TEXT, tools } from './built-log'

/** 600 signatures and a few entries of other kinds: full and partial files on two levels. */
function sound(): BuiltLog {
  return new BuiltLog().sign(590).annul(3).sign(5).erase(7).sign(5).publish()
}

async function verify(log: BuiltLog, options: Partial<VerifyOptions> = {}): Promise<Report> {
  return verifyLog(log.source, tools, { petitionId: PETITION, ...options })
}

function codes(report: Report, status: Finding['status'] = 'failed'): FindingCode[] {
  return [...new Set(report.findings.filter((finding) => finding.status === status).map(({ code }) => code))]
}

/** Every finding must say itself in a plain sentence, whatever its facts. */
function plain({ findings }: Report): void {
  for (const finding of findings) {
    for (const locale of ['uk', 'en'] as const) {
      const sentence = sentenceOf(locale, finding)
      expect(sentence).toMatch(/^[\p{Lu}\d№].*[.]$/su)
      expect(sentence).not.toMatch(/undefined|NaN|\[object|Invalid/)
    }
  }
}

describe('a sound log', () => {
  it.each([1, 2, 255, 256, 257, 512, 700])('of %i signatures holds', async (n) => {
    const report = await verify(new BuiltLog().sign(n).publish())
    expect(codes(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'holds', tally: { signatures: n, count: n } })
    plain(report)
  })

  it('with annulments and erasures holds, and is counted without the annulled', async () => {
    const report = await verify(sound())
    expect(codes(report)).toEqual([])
    expect(report.tally).toEqual({ size: 602, signatures: 600, annulments: 1, erasures: 1, count: 599 })
    expect(codes(report, 'ok')).toEqual([
      'checkpoint-signed',
      'tree-rebuilt',
      'tiles-agree',
      'entries-sound',
      'text-same',
      'names-agree',
      'no-duplicates',
      'count-agrees',
      'threshold-agrees',
    ])
    plain(report)
  })

  it('that has nothing signed yet holds', async () => {
    expect((await verify(new BuiltLog().publish())).verdict).toBe('holds')
  })

  it('is not there where there is no checkpoint', async () => {
    await expect(verify(new BuiltLog())).rejects.toThrow(LogMissing)
  })

  it('of any size, with any entries, published in any steps, holds and only grows', async () => {
    const step = fc.record({ sign: fc.integer({ min: 1, max: 300 }), annul: fc.nat(), erase: fc.nat() })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const log = new BuiltLog()
        let kept: string | undefined
        const [annulled, erased] = [new Set<number>(), new Set<number>()]
        for (const { sign, annul, erase } of steps) {
          log.sign(sign)
          const signatures = log.entries.flatMap(({ kind }, index) => (kind === 'signature' ? [index] : []))
          const [a, e] = [signatures[annul % signatures.length]!, signatures[erase % signatures.length]!]
          if (!annulled.has(a)) log.annul(a)
          if (!erased.has(e)) log.erase(e)
          annulled.add(a)
          erased.add(e)
          log.publish()
          const report = await verify(log, kept === undefined ? {} : { kept })
          expect(codes(report)).toEqual([])
          expect(codes(report, 'ok').includes('kept-agrees')).toBe(kept !== undefined)
          expect(report.tally?.count).toBe(log.count)
          kept = report.keep?.checkpoint
        }
      }),
      { numRuns: 12 },
    )
  })
})

/** A change that a site or a mirror might have made, and what must be said of it. */
type Case = readonly [name: string, change: (log: BuiltLog) => void, code: FindingCode, facts?: object]

function edit(log: BuiltLog, path: string, change: (bytes: Uint8Array) => Uint8Array): void {
  log.put(log.at(path), change(Uint8Array.from(log.files.get(log.at(path))!)))
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  bytes[at]! ^= 1
  return bytes
}

function swapEntries(bytes: Uint8Array, a: number, b: number): Uint8Array {
  const entries = decodeBundle(bytes)
  ;[entries[a], entries[b]] = [entries[b]!, entries[a]!]
  return encodeBundle(entries)
}

function editCheckpoint(log: BuiltLog, change: (text: string) => string): void {
  log.put(log.at('checkpoint'), change(log.checkpoint))
}

function editNames(log: BuiltLog, change: (lines: Record<string, unknown>[]) => void): void {
  const lines = log.json<Record<string, unknown>[]>(log.at('names/0'))
  change(lines)
  log.put(log.at('names/0'), lines)
}

function editShown(log: BuiltLog, path: string, change: object): void {
  const at = `api/v1/petitions/${PETITION}${path}`
  log.put(at, { ...log.json<object>(at), ...change })
}

const cases: Case[] = [
  [
    'a truncated hash tile',
    (log) => edit(log, 'tile/0/001', (b) => b.slice(0, 8000)),
    'tile-malformed',
    { index: 256 },
  ],
  ['a missing hash tile', (log) => log.files.delete(log.at('tile/0/000')), 'file-missing', { index: 0 }],
  [
    'a substituted hash',
    (log) => edit(log, 'tile/0/000', (b) => flipped(b, 17 * 32)),
    'tile-differs',
    { index: 17 },
  ],
  [
    'reordered hash tiles',
    (log) => {
      const [a, b] = ['tile/0/000', 'tile/0/001'].map((path) => log.files.get(log.at(path))!)
      log.put(log.at('tile/0/000'), b!)
      log.put(log.at('tile/0/001'), a!)
    },
    'tile-differs',
    { index: 0 },
  ],
  [
    'a substituted hash higher up',
    (log) => edit(log, 'tile/1/000.p/2', (b) => flipped(b, 32)),
    'tile-differs',
    { index: 256 },
  ],
  [
    'a truncated hash tile higher up',
    (log) => edit(log, 'tile/1/000.p/2', (b) => b.slice(1)),
    'tile-malformed',
  ],
  [
    'a truncated bundle',
    (log) => edit(log, 'tile/entries/001', (b) => b.slice(0, -3)),
    'bundle-malformed',
    { index: 256 },
  ],
  [
    'a bundle with fewer entries',
    (log) => edit(log, 'tile/entries/001', (b) => encodeBundle(decodeBundle(b).slice(1))),
    'bundle-malformed',
  ],
  ['a missing bundle', (log) => log.files.delete(log.at('tile/entries/001')), 'file-missing', { index: 256 }],
  [
    'an entry substituted',
    (log) => edit(log, 'tile/entries/000', (b) => flipped(b, 40)),
    'entry-differs',
    { index: 0 },
  ],
  [
    'entries reordered',
    (log) => edit(log, 'tile/entries/001', (b) => swapEntries(b, 4, 9)),
    'entry-differs',
    { index: 260 },
  ],
  [
    'a bundle too large',
    (log) => log.put(log.at('tile/entries/000'), new Uint8Array(2 ** 21)),
    'file-too-large',
  ],
  [
    'a checkpoint with a wrong root',
    (log) => log.put(log.at('checkpoint'), log.signed(602, sha256(utf8('x')))),
    'root-differs',
  ],
  ['a checkpoint of no form', (log) => log.put(log.at('checkpoint'), '<html>'), 'checkpoint-malformed'],
  [
    'a checkpoint of no UTF-8',
    (log) => log.put(log.at('checkpoint'), Uint8Array.of(255, 254)),
    'checkpoint-malformed',
  ],
  [
    'a checkpoint of a size without entries',
    (log) => log.put(log.at('checkpoint'), log.signed(2 ** 52, log.root)),
    'file-missing',
  ],
  [
    'a checkpoint of another petition',
    (log) => log.put(log.at('checkpoint'), log.signed(602, log.root, `${HOST}/log/other`)),
    'checkpoint-of-another-log',
  ],
  [
    'a checkpoint with changed text',
    (log) => editCheckpoint(log, (text) => text.replace('\n602\n', '\n601\n')),
    'checkpoint-signature-wrong',
  ],
  [
    'a checkpoint without its signature',
    (log) => editCheckpoint(log, (text) => text.replace(/— \S+\/q2w3e4r5t6 .*\n/, '')),
    'checkpoint-unsigned',
  ],
  [
    'a checkpoint with its signature twice',
    (log) => editCheckpoint(log, (text) => `${text}${text.split('\n')[4]}\n`),
    'checkpoint-signed-twice',
  ],
  [
    'a checkpoint signed by another key too',
    (log) => {
      const other = new BuiltLog(PETITION, 100, generateKeyPairSync('ed25519'))
      editCheckpoint(log, (text) => `${text}${other.signed(602, log.root).split('\n')[4]}\n`)
    },
    'checkpoint-signature-by-another-key',
    { name: `${HOST}/log/${PETITION}` },
  ],
  [
    'no verifier key',
    (log) => {
      for (const path of ['log/verifier-key', log.at('verifier-key')]) log.files.delete(path)
    },
    'key-missing',
  ],
  ['a damaged verifier key', (log) => log.put('log/verifier-key', 'key'), 'key-malformed'],
  [
    'a names file with another name',
    (log) => editNames(log, (lines) => Object.assign(lines[12]!, { name: 'Хтось Інший' })),
    'name-differs',
    { index: 12 },
  ],
  [
    'a names file with another day',
    (log) => editNames(log, (lines) => Object.assign(lines[12]!, { date: '2026-11-19' })),
    'name-differs',
    { index: 12 },
  ],
  [
    'a names file with another salt',
    (log) => editNames(log, (lines) => Object.assign(lines[12]!, { salt: lines[13]!.salt })),
    'name-differs',
    { index: 12 },
  ],
  [
    'a names file that leaves one out',
    (log) => editNames(log, (lines) => lines.splice(12, 1)),
    'name-missing',
    { index: 12 },
  ],
  [
    'a names file that names one twice',
    (log) => editNames(log, (lines) => lines.push(lines[12]!)),
    'name-repeated',
    { index: 12 },
  ],
  [
    'a names file with a name too many',
    (log) => editNames(log, (lines) => lines.push({ ...lines[12], index: 9000 })),
    'name-of-nothing',
    { index: 9000 },
  ],
  [
    'a names file that hides an annulment',
    (log) => editNames(log, (lines) => delete lines[3]!.annulled),
    'name-not-annulled',
    { index: 3 },
  ],
  [
    'a names file that claims an annulment',
    (log) => editNames(log, (lines) => Object.assign(lines[4]!, { annulled: true })),
    'name-wrongly-annulled',
    { index: 4 },
  ],
  [
    'a names file that hides a name as erased',
    (log) => editNames(log, (lines) => (lines[4] = { index: 4, erased: true })),
    'name-missing',
    { index: 4 },
  ],
  [
    'a names file that shows an erased name',
    (log) => editNames(log, (lines) => (lines[7] = new BuiltLog().sign(8).names[7] as never)),
    'name-of-erased',
    { index: 7 },
  ],
  ['a names file of no form', (log) => log.put(log.at('names/0'), '[{"index":0}]'), 'names-malformed'],
  ['a missing names file', (log) => log.files.delete(log.at('names/1')), 'names-missing'],
  [
    'a count too high',
    (log) => editShown(log, '/count', { count: 600 }),
    'count-differs',
    { shown: 600, counted: 599 },
  ],
  ['a count of entries that are not there', (log) => editShown(log, '/count', { size: 700 }), 'count-ahead'],
  ['a count of no form', (log) => log.put(`api/v1/petitions/${PETITION}/count`, '5'), 'count-malformed'],
  ['a page with another count', (log) => editShown(log, '', { count: 1 }), 'count-differs', { shown: 1 }],
  [
    'a page with another text',
    (log) => editShown(log, '', { text: `${TEXT}.` }),
    'text-differs',
    { index: 0 },
  ],
  ['a page of no form', (log) => log.put(`api/v1/petitions/${PETITION}`, 'null'), 'petition-malformed'],
  [
    'another time of the threshold',
    (log) => editShown(log, '', { thresholdReachedAt: '2026-11-20T08:00:00.000Z' }),
    'threshold-differs',
  ],
  [
    'a threshold that is not told',
    (log) => editShown(log, '', { thresholdReachedAt: undefined }),
    'threshold-unshown',
  ],
  [
    'a threshold that was not met',
    (log) => editShown(log, '', { threshold: 5000, thresholdReachedAt: '2026-11-20T08:00:00.000Z' }),
    'threshold-claimed',
  ],
  [
    'a signature after the close',
    (log) => editShown(log, '', { closesAt: '2026-11-20T17:00:00.000Z' }),
    'entry-after-close',
  ],
  [
    'a signature before publication',
    (log) => editShown(log, '', { publishedAt: '2026-11-20T08:01:00.000Z' }),
    'entry-before-publication',
    { index: 0 },
  ],
]

describe('a log that lies', () => {
  const complete = cases.map(([name, change, code, facts = {}]) => ({ name, change, code, facts }))
  it.each(complete)('is found out: $name', async ({ change, code, facts }) => {
    const log = sound()
    change(log)
    const report = await verify(log)
    expect(report.verdict).toBe('fails')
    expect(report.keep).toBeUndefined()
    const found = report.findings.find((finding) => finding.code === code)
    expect(found, codes(report).join(' ')).toMatchObject({ status: 'failed', facts })
    plain(report)
  })

  const ownEntries: readonly (readonly [string, (log: BuiltLog) => void, FindingCode])[] = [
    ['annuls what is no signature', (log) => log.annul(3), 'annulment-of-nothing'],
    ['annuls twice', (log) => log.annul(1).annul(1), 'annulment-repeated'],
    ['erases what comes later', (log) => log.erase(5).sign(3), 'erasure-of-nothing'],
    ['erases twice', (log) => log.erase(0).erase(0), 'erasure-repeated'],
    [
      'signs another text',
      (log) => log.sign().add({ ...(log.entries.pop() as SignatureEntry), text: textHash(sha256, 'x') }),
      'text-differs',
    ],
    ['enters one signature twice', (log) => log.add(log.entries[0]!), 'person-repeated'],
    [
      'enters a person twice',
      (log) =>
        log.sign().add({
          ...(log.entries.pop() as SignatureEntry),
          person: (log.entries[0] as SignatureEntry).person,
        }),
      'person-repeated',
    ],
  ]
  it.each(ownEntries)('is found out although it is signed: it %s', async (_name, change, code) => {
    const log = new BuiltLog().sign(3)
    log.annul(2)
    change(log)
    const report = await verify(log.publish())
    expect(codes(report)).toContain(code)
    plain(report)
  })

  it('cannot hide that its tree has shrunk', async () => {
    const { checkpoint: kept, pair } = sound()
    const log = new BuiltLog(PETITION, 100, pair).sign(590).publish()
    expect(codes(await verify(log, { kept, key: { key: log.key, from: 'given' } }))).toContain('tree-shrunk')
  })

  it('cannot hide that its past was changed', async () => {
    const before = new BuiltLog().sign(300).publish()
    const after = new BuiltLog(PETITION, 100, before.pair).sign(300)
    after.entries.splice(20, 1, { ...(after.entries[20] as SignatureEntry), person: sha256(utf8('other')) })
    const report = await verify(after.sign(10).publish(), { kept: before.checkpoint })
    expect(report.findings).toContainEqual({ code: 'tree-forked', status: 'failed', facts: { size: 300 } })
  })

  it('is not accused by a kept checkpoint that it never signed', async () => {
    const forged = new BuiltLog().sign(20).publish().checkpoint
    const report = await verify(sound(), { kept: forged })
    expect(report).toMatchObject({ verdict: 'holds' })
    expect(report.findings).toContainEqual({ code: 'kept-malformed', status: 'skipped', facts: {} })
  })

  it('cannot vanish', async () => {
    const { checkpoint: kept } = sound()
    const gone = new BuiltLog()
    expect(codes(await verify(gone, { kept }))).toContain('tree-vanished')
  })

  it('cannot change its key unnoticed', async () => {
    const [log, other] = [sound(), sound()]
    const report = await verify(log, { key: { key: other.siteKey, from: 'kept' } })
    expect(codes(report)).toEqual(expect.arrayContaining(['key-changed', 'checkpoint-unsigned']))
    plain(report)
  })

  it('is listed once a kind where it lies a hundred times', async () => {
    const log = sound()
    editNames(log, (lines) => {
      for (const line of lines) Object.assign(line, { name: 'Ніхто' })
    })
    const report = await verify(log)
    const lies = report.findings.filter(({ code }) => code === 'name-differs')
    expect(lies).toHaveLength(3)
    expect(lies.at(-1)!.more).toBe(252)
  })
})

describe('a log that grows while it is read', () => {
  it('is caught up with before names or numbers are called wrong', async () => {
    const log = sound()
    const before = new Map(log.files)
    const after = log.annul(10).annul(300).erase(12).sign(400).publish()
    // The checkpoint is the last to be published: everything else is already as it will be.
    const files = new Map(after.files)
    files.set(log.at('checkpoint'), before.get(log.at('checkpoint'))!)
    const pause = async () => void files.set(log.at('checkpoint'), after.files.get(log.at('checkpoint'))!)
    const report = await verifyLog(sourceOf(files), tools, { petitionId: PETITION, pause })
    expect(codes(report)).toEqual([])
    expect(report.tally?.size).toBe(1005)
  })

  it('may have lost the narrower files of the size that was read', async () => {
    const log = sound()
    const { checkpoint } = log
    log.sign(200).publish()
    for (const path of [...log.files.keys()]) if (/602|\.p\/90$/.test(path)) log.files.delete(path)
    log.put(log.at('checkpoint'), checkpoint)
    log.files.delete(`api/v1/petitions/${PETITION}/count`)
    expect(codes(await verify(log))).toEqual([])
  })
})

describe('random damage', () => {
  const log = sound()
  const paths = [...log.files.keys()].sort()
  const damage = fc.record({
    path: fc.constantFrom(...paths),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    kind: fc.constantFrom('flip', 'cut', 'grow', 'delete', 'noise'),
    bit: fc.integer({ min: 0, max: 7 }),
  })
  /** Files every byte of which is signed, or bound to what is signed. */
  const bound = /\/tile\/|\/checkpoint$/

  it('never crashes the verifier, and never passes where every byte matters', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async ({ path, at, kind, bit }) => {
        const files = new Map(log.files)
        files.set(path, damaged(files.get(path)!, kind, at, bit))
        if (kind === 'delete') files.delete(path)
        const report = await verifyLog(sourceOf(files), tools, {
          petitionId: PETITION,
          key: { key: log.siteKey, from: 'given' },
        }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(LogMissing)
          return undefined
        })
        if (!report) return
        plain(report)
        const secondSignature =
          path.endsWith('checkpoint') &&
          report.findings.some(({ code }) => code === 'checkpoint-signature-unknown')
        if (bound.test(path) && !secondSignature) expect(report.verdict).toBe('fails')
      }),
      { numRuns: 120 },
    )
  }, 60_000)
})

function damaged(bytes: Uint8Array, kind: string, at: number, bit: number): Uint8Array {
  const place = Math.floor(bytes.length * at)
  if (kind === 'cut') return bytes.slice(0, place)
  if (kind === 'grow') return Uint8Array.of(...bytes, bit)
  if (kind === 'noise') return sha256(bytes)
  const copy = Uint8Array.from(bytes)
  copy[place]! ^= 1 << bit
  return copy
}
