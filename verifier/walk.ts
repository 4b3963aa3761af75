import { type LogEntry, parseEntry } from '../shared/log/entry'
import { leafHash, type Sha256 } from '../shared/tlog/hash'
import { TILE_WIDTH } from '../shared/tlog/tile'
import { ahead } from './ahead'
import type { Entries } from './entries'
import type { Findings } from './findings'
import type { Names } from './names'
import { type NamesLine, readNames } from './names-file'
import type { Part, PartReader } from './parts'
import type { Rebuild } from './rebuild'

/** Parts fetched at once, three files each. Their size bounds the memory. */
const PARTS_AT_ONCE = 6
/** Parts without bundle and tile after which a log counts as absent. */
const BLANK_PARTS = 2

export interface WalkParts {
  readonly sha256: Sha256
  readonly reader: PartReader
  readonly findings: Findings
  readonly rebuild: Rebuild
  readonly entries: Entries
  readonly names: Names
  readonly onEntry: (index: number, entry: LogEntry, bytes: Uint8Array) => void
  readonly onNames: (lines: readonly NamesLine[]) => void
  readonly onProgress: (done: number, total: number) => void
}

/** Reads a log once from its first entry to its last, in bounded memory. */
export class Walk {
  private size = 0
  private unread = 0
  private blank = 0

  constructor(private readonly parts: WalkParts) {}

  /** False once entries could not be read, so that counts mean nothing. */
  get complete(): boolean {
    return this.unread === 0
  }

  /** Reads on until there are `size` entries and holds the tree against the root that was signed. */
  async to(size: number, root: Uint8Array): Promise<void> {
    const { reader, rebuild, onProgress } = this.parts
    const from = this.size
    for await (const part of ahead(filesOf(from, size), PARTS_AT_ONCE, (file) =>
      reader.read(file, size, from),
    )) {
      // A size that nothing stands behind must not be walked to its end.
      if (!part.entries && !part.hashes && ++this.blank > BLANK_PARTS) break
      await this.take(part, size)
      onProgress(this.size, size)
    }
    rebuild.judge(size, root)
  }

  /** Reads names files anew that may have changed while the log was read. */
  async namesAgain(files: readonly number[]): Promise<void> {
    const { reader, names, entries } = this.parts
    for (const file of files) {
      const part = await reader.read(file, this.size, 0)
      if (!part.entries) continue
      for (let place = 0; place < part.width; place++) entries.signers.unlist(part.first + place)
      this.takeNames(part, part.entries.map(parseQuietly), (given) => names.take(given, true))
    }
  }

  private async take(part: Part, size: number): Promise<void> {
    const { sha256, rebuild, entries } = this.parts
    const hashes = part.entries?.map((entry) => leafHash(sha256, entry))
    await rebuild.append(part.first, hashes, part.hashes, size)
    this.size = part.first + part.width
    if (!part.entries) {
      this.unread += part.width
      for (let place = 0; place < part.width; place++) entries.appendUnknown()
      return
    }
    const parsed = part.entries.map((bytes, place) => this.takeEntry(part.first + place, bytes))
    this.takeNames(part, parsed, (given) => this.parts.names.take(given))
  }

  private takeEntry(index: number, bytes: Uint8Array): LogEntry | undefined {
    const entry = this.parts.entries.append(bytes)
    if (entry) this.parts.onEntry(index, entry, bytes)
    return entry
  }

  private takeNames(
    part: Part,
    entries: readonly (LogEntry | undefined)[],
    take: (given: Parameters<Names['take']>[0]) => void,
  ): void {
    const { reader, findings, onNames } = this.parts
    const path = reader.namesPath(part.file)
    const lines = part.names === undefined ? undefined : readNames(part.names)
    if (lines) {
      onNames(lines)
      take({ path, first: part.first, entries, lines })
    } else if (part.names !== undefined) findings.add('names-malformed', { path })
    else if (entries.some((entry) => entry?.kind === 'signature')) findings.add('names-missing', { path })
  }
}

function* filesOf(from: number, to: number): Generator<number> {
  for (let file = Math.floor(from / TILE_WIDTH); file * TILE_WIDTH < to; file++) yield file
}

function parseQuietly(bytes: Uint8Array): LogEntry | undefined {
  try {
    return parseEntry(bytes)
  } catch {
    return undefined
  }
}
