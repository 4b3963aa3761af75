/**
 * Where a log's files come from: a site, a mirror, a folder. Paths are from the site's root without a leading slash,
 * e.g. `log/<petition id>/checkpoint`.
 */
export interface LogSource {
  /**
   * The bytes of a file; undefined where there is none.
   * @param limit bytes a file of this kind may have at most
   * @throws FileTooLarge above the limit
   * @throws SourceUnreachable when nothing can be said about the file
   */
  get(path: string, limit: number): Promise<Uint8Array | undefined>
}

/** The site or folder does not answer: then nothing is proved either way. */
export class SourceUnreachable extends Error {
  override readonly name = 'SourceUnreachable'
  constructor(
    readonly path: string,
    cause?: unknown,
  ) {
    super(`cannot read ${path}`, { cause })
  }
}

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge'
  constructor(readonly path: string) {
    super(`${path} is larger than a file of its kind may be`)
  }
}

/** What files may have at most, in bytes. Far above what an honest log needs; a reader's memory depends on it. */
export const LIMITS = {
  note: 64 * 1024,
  key: 1024,
  roots: 1024 * 1024,
  tile: 8192,
  bundle: 1024 * 1024,
  names: 1024 * 1024,
  token: 64 * 1024,
  json: 8 * 1024 * 1024,
} as const
