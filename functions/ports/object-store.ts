/**
 * Files that the CDN serves, and staging files it does not (`staging/…`).
 * `put` is durable on return and replaces atomically: a reader sees the old body or the new one, whole.
 * A write that throws may still have happened; callers repeat it with the same body.
 */
export interface ObjectStore {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, body: Uint8Array | string, options: PutOptions): Promise<void>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}

export interface PutOptions {
  /** `Cache-Control: public, max-age=…` for the CDN and readers. */
  readonly cacheSeconds: number
}
