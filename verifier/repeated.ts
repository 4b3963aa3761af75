import { parseEntry } from '../shared/log/entry'
import { toBase64 } from '../shared/tlog/bytes'
import { TILE_WIDTH } from '../shared/tlog/tile'
import type { Entries } from './entries'
import type { Findings } from './findings'
import type { PartReader } from './parts'

/** Groups that are confirmed one by one, and entries of each. */
const GROUPS = 20
const OF_GROUP = 4

/** Names commitments that occur twice, after comparing them whole. */
export async function checkRepeated(
  reader: PartReader,
  { persons, seals, signers }: Entries,
  findings: Findings,
): Promise<void> {
  for (const [kind, code, duplicates] of [
    ['person', 'person-repeated', persons],
    ['name', 'name-seal-repeated', seals],
  ] as const) {
    for (const places of duplicates.suspicions().slice(0, GROUPS)) {
      const known = new Map<string, number>()
      for (const index of signers.indicesOf(places.slice(0, OF_GROUP))) {
        const value = await commitment(reader, index, signers.size, kind)
        const first = known.get(value)
        if (first !== undefined) findings.add(code, { index, first })
        else known.set(value, index)
      }
    }
  }
  if (!findings.has('person-repeated', 'name-seal-repeated')) {
    findings.add('no-duplicates', { signatures: signers.signatures })
  }
}

async function commitment(
  reader: PartReader,
  index: number,
  size: number,
  kind: 'person' | 'name',
): Promise<string> {
  const { entries, first } = await reader.read(Math.floor(index / TILE_WIDTH), size, 0)
  const entry = entries && parseEntry(entries[index - first]!)
  return entry?.kind === 'signature' ? toBase64(entry[kind]) : `unread ${index}`
}
