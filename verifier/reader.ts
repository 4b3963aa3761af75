import { textOf } from '../shared/tlog/bytes'
import type { Findings } from './findings'
import { FileTooLarge, type LogSource } from './source'

/** Reads a petition's files; one that is too large is a finding and counts as missing. */
export class Reader {
  constructor(
    private readonly source: LogSource,
    private readonly findings: Findings,
  ) {}

  async bytes(path: string, limit: number): Promise<Uint8Array | undefined> {
    try {
      return await this.source.get(path, limit)
    } catch (error) {
      if (!(error instanceof FileTooLarge)) throw error
      this.findings.add('file-too-large', { path })
      return undefined
    }
  }

  /** Bytes that are no UTF-8 come as `''`, which no file of a log may be. */
  async text(path: string, limit: number): Promise<string | undefined> {
    const bytes = await this.bytes(path, limit)
    return bytes && textIn(bytes)
  }
}

function textIn(bytes: Uint8Array): string {
  try {
    return textOf(bytes)
  } catch {
    return ''
  }
}
