/** What is wrong with a file of a transparency log; stable words. */
export type TlogErrorCode =
  | 'bad-base64'
  | 'bad-bundle'
  | 'bad-tile'
  | 'bad-note'
  | 'bad-checkpoint'
  | 'bad-verifier-key'
  | 'bad-proof'

/** A file that does not have the form its specification demands. */
export class TlogError extends Error {
  override readonly name = 'TlogError'

  constructor(
    readonly code: TlogErrorCode,
    detail: string,
  ) {
    super(`${code}: ${detail}`)
  }
}
