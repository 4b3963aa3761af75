import type { Instant } from '../shared/calendar/day'
import { stampedIndexKey, stampedKey, TSA_ROOTS_KEY, timeStampKey } from '../shared/log/addresses'
import type { TimeStampFlaw } from '../shared/timestamp/flaw'
import type { TimeStamp } from '../shared/timestamp/verify'
import { equalBytes, utf8 } from '../shared/tlog/bytes'
import { ahead } from './ahead'
import { isSigned, openCheckpoint } from './checkpoint'
import type { Decisive } from './entries'
import type { FindingCode } from './finding'
import type { Findings } from './findings'
import type { LogKeys } from './key'
import type { Reader } from './reader'
import { LIMITS } from './source'
import type { Tools, VerifyStamp } from './tools'

const AT_ONCE = 4
/** Clocks of the platform and of the authority may differ by so much. */
const CLOCKS_APART_MS = 5 * 60_000

const CODE = {
  malformed: 'stamp-malformed',
  refused: 'stamp-refused',
  'wrong-data': 'stamp-of-other-data',
  'wrong-nonce': 'stamp-of-other-data',
  'wrong-time': 'stamp-of-other-data',
  'several-signers': 'stamp-signature-wrong',
  'bad-signature': 'stamp-signature-wrong',
  'wrong-certificate': 'stamp-signature-wrong',
  'not-a-time-stamping-certificate': 'stamp-by-wrong-certificate',
  'unknown-authority': 'stamp-by-unknown-authority',
  'expired-certificate': 'stamp-expired-certificate',
} as const satisfies Record<TimeStampFlaw, FindingCode>

export interface StampsParts {
  readonly petitionId: string
  readonly reader: Reader
  readonly tools: Tools
  readonly findings: Findings
  readonly keys: LogKeys
  /** PEM that the reader trusts; without it the site's own, and then it is said so. */
  readonly roots: string | undefined
}

/** The log as it was rebuilt. */
export interface RebuiltLog {
  readonly size: number
  readonly rootAt: (size: number) => Uint8Array | undefined
  /** The latest time among the first so many entries. */
  readonly youngestAt: (size: number) => Decisive | undefined
}

/** Sizes at which the log was time-stamped, ascending and each once; none where there is no list of them. */
export async function stampedSizes({ petitionId, reader, findings }: StampsParts): Promise<number[]> {
  const path = stampedIndexKey(petitionId)
  const text = await reader.text(path, LIMITS.json)
  if (text === undefined) return []
  const sizes = sizesIn(text)
  if (!sizes) findings.add('stamps-index-malformed', { path })
  return [...new Set(sizes)].sort((a, b) => a - b)
}

/** Checks every stamped checkpoint: signed, of this very tree, and stamped by an authority that is known. */
export async function checkStamps(
  parts: StampsParts,
  sizes: readonly number[],
  log: RebuiltLog,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { findings } = parts
  if (sizes.length === 0) {
    if (!findings.has('stamps-index-malformed')) findings.add('stamps-none', {})
    return
  }
  const verify = await authorities(parts)
  if (!verify) return
  const stamps: TimeStamp[] = []
  let done = 0
  for await (const { size, checkpoint, token } of ahead(sizes, AT_ONCE, (size) => fetchStamp(parts, size))) {
    const stamp = await checkStamp(parts, log, verify, { size, checkpoint, token })
    if (stamp) stamps.push(stamp)
    onProgress(++done, sizes.length)
  }
  if (stamps.length === sizes.length) findings.add('stamps-hold', spanOf(stamps))
}

async function authorities({
  reader,
  tools,
  findings,
  roots,
}: StampsParts): Promise<VerifyStamp | undefined> {
  const pem = roots ?? (await reader.text(TSA_ROOTS_KEY, LIMITS.roots))
  if (pem === undefined) {
    findings.add('stamps-roots-missing', {})
    return undefined
  }
  try {
    const verify = await tools.stampsBy(pem)
    if (roots === undefined) findings.add('stamps-roots-of-site', {})
    return verify
  } catch {
    findings.add('stamps-roots-malformed', {})
    return undefined
  }
}

interface Fetched {
  readonly size: number
  readonly checkpoint: string | undefined
  readonly token: Uint8Array | undefined
}

async function fetchStamp({ petitionId, reader }: StampsParts, size: number): Promise<Fetched> {
  const [checkpoint, token] = await Promise.all([
    reader.text(stampedKey(petitionId, size), LIMITS.note),
    reader.bytes(timeStampKey(petitionId, size), LIMITS.token),
  ])
  return { size, checkpoint, token }
}

async function checkStamp(
  parts: StampsParts,
  log: RebuiltLog,
  verify: VerifyStamp,
  { size, checkpoint, token }: Fetched,
): Promise<TimeStamp | undefined> {
  const { findings, petitionId } = parts
  const path = stampedKey(petitionId, size)
  if (checkpoint === undefined || token === undefined) {
    findings.add('stamp-missing', { path: token ? path : timeStampKey(petitionId, size), size })
    return undefined
  }
  if (!(await isOfThisLog(parts, log, size, checkpoint))) return undefined
  const stamp = await verify(token, utf8(checkpoint))
  if (typeof stamp === 'string') {
    findings.add(CODE[stamp], { path: timeStampKey(petitionId, size), size })
    return undefined
  }
  return isOlder(log.youngestAt(size), size, stamp.genTime, findings) ? stamp : undefined
}

async function isOfThisLog(
  parts: StampsParts,
  log: RebuiltLog,
  size: number,
  text: string,
): Promise<boolean> {
  const { findings, petitionId, keys, tools } = parts
  const path = stampedKey(petitionId, size)
  const opened = openCheckpoint(text)
  const right =
    opened &&
    opened.checkpoint.origin === keys.own.name &&
    opened.checkpoint.size === size &&
    (await isSigned(opened.note, keys, tools.verifyEd25519))
  if (!right) {
    findings.add('stamp-checkpoint-wrong', { path, size })
    return false
  }
  const root = log.rootAt(size)
  if (size > log.size) findings.add('stamp-beyond-log', { path, size, now: log.size })
  else if (root && !equalBytes(root, opened.checkpoint.root)) findings.add('stamp-forked', { path, size })
  else return true
  return false
}

/** Whether no entry under the stamp says that it was made after it. */
function isOlder(
  youngest: Decisive | undefined,
  size: number,
  stampedAt: Instant,
  findings: Findings,
): boolean {
  if (!youngest?.time || Date.parse(youngest.time) <= Date.parse(stampedAt) + CLOCKS_APART_MS) return true
  findings.add('stamp-before-entry', { index: youngest.index, size, time: youngest.time, stampedAt })
  return false
}

function spanOf(stamps: readonly TimeStamp[]) {
  const times = stamps.map(({ genTime }) => genTime).sort()
  const authority = [...new Set(stamps.map((stamp) => stamp.authority))].join(', ')
  return { count: stamps.length, first: times[0]!, last: times.at(-1)!, authority }
}

function sizesIn(text: string): number[] | undefined {
  try {
    const { items } = JSON.parse(text) as { items: { size: unknown }[] }
    const sizes = items.map(({ size }) => Number(size))
    return sizes.every((size) => Number.isSafeInteger(size) && size >= 0) ? sizes : undefined
  } catch {
    return undefined
  }
}
