import { nameCommitment } from '../shared/log/commitment'
import type { LogEntry, SignatureEntry } from '../shared/log/entry'
import { equalBytes, utf8 } from '../shared/tlog/bytes'
import type { Sha256 } from '../shared/tlog/hash'
import { TILE_WIDTH } from '../shared/tlog/tile'
import { Duplicates } from './duplicates'
import type { Findings } from './findings'
import { kyivDayOf } from './kyiv-day'
import type { NamesLine } from './names-file'
import type { Signers } from './signers'

type NameLine = Extract<NamesLine, { name: string }>

/** One file of names beside the entries that it is about. */
export interface NamesPart {
  readonly path: string
  /** Index of the first entry. */
  readonly first: number
  readonly entries: readonly (LogEntry | undefined)[]
  readonly lines: readonly NamesLine[]
}

/** Holds names files against the log: each name shown is the name that was signed, and none is missing. */
export class Names {
  readonly alike = new Duplicates()
  /** Named already, so that reading a file again does not name them twice. */
  private readonly flawed = new Set<number>()

  constructor(
    private readonly sha256: Sha256,
    private readonly findings: Findings,
    private readonly signers: Signers,
  ) {}

  /** Takes a part whose entries the log has just been read for. Lines beyond the log are those of later entries. */
  take({ path, first, entries, lines }: NamesPart, again = false): void {
    for (const line of lines) {
      const { index } = line
      // What the log has not come to yet, and what another part of the file was taken for.
      if (isInFile(index, first) && (index < first || index >= first + entries.length)) continue
      const entry = entries[index - first]
      if (entry?.kind !== 'signature') this.findings.add('name-of-nothing', { path, index })
      else if (this.signers.isListed(index)) this.findings.add('name-repeated', { path, index })
      else {
        if ('name' in line) this.open(path, line, entry)
        if ('name' in line && !again) this.alike.add(this.sha256(utf8(line.name.normalize('NFC'))))
        this.signers.list(index, { named: 'name' in line, annulled: 'name' in line && line.annulled })
      }
    }
  }

  /** What shows only once the whole log is read: an annulment comes later than what it annuls. */
  settle(pathOf: (file: number) => string): void {
    for (const { code, index } of this.discrepancies()) {
      this.findings.add(code, { path: pathOf(Math.floor(index / TILE_WIDTH)), index })
    }
  }

  private *discrepancies() {
    const { signers } = this
    for (let index = 0; index < signers.size; index++) {
      if (!signers.isSignature(index)) continue
      const [named, erased] = [signers.isNamed(index), signers.isErased(index)]
      if (erased && named) yield { code: 'name-of-erased', index } as const
      if (!erased && !named) yield { code: 'name-missing', index } as const
      if (!named) continue
      const [marked, annulled] = [signers.isMarked(index), signers.isAnnulled(index)]
      if (marked && !annulled) yield { code: 'name-wrongly-annulled', index } as const
      if (!marked && annulled) yield { code: 'name-not-annulled', index } as const
    }
  }

  /** Files with entries about which names and log disagree, at most `limit`. */
  doubtfulFiles(limit: number): number[] {
    const files = new Set<number>()
    for (const { index } of this.discrepancies()) {
      files.add(Math.floor(index / TILE_WIDTH))
      if (files.size === limit) break
    }
    return [...files]
  }

  private open(path: string, line: NameLine, signed: SignatureEntry): void {
    const { index, name, date, salt } = line
    if (this.flawed.has(index)) return
    const signedOn = kyivDayOf(signed.time)
    if (!equalBytes(nameCommitment(this.sha256, salt, name, date), signed.name)) {
      this.findings.add('name-differs', { path, index })
    } else if (date !== signedOn) {
      this.findings.add('name-date-differs', { path, index, date, signedOn })
    } else return
    this.flawed.add(index)
  }
}

/** A file of names covers the entries of one bundle. */
function isInFile(index: number, first: number): boolean {
  return Math.floor(index / TILE_WIDTH) === Math.floor(first / TILE_WIDTH)
}
