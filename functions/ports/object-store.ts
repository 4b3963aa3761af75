/**
 * Files that the CDN serves, and staging files it does not (`staging/…`).
 * A write is durable on return and replaces atomically: a reader sees the old body or the new one, whole.
 * A write that throws may still have happened; callers repeat it with the same body.
 */
export interface ObjectStore {
  get(key: string): Promise<Uint8Array | undefined>
  /** The body together with the tag of exactly this body. */
  read(key: string): Promise<StoredObject | undefined>
  put(key: string, body: Uint8Array | string, options: PutOptions): Promise<void>
  /**
   * Puts only if the object still has `tag` (undefined: is still absent); false where it does not.
   * Compare and write are one step, so that of two writers who read the same tag one wins.
   */
  replace(
    key: string,
    tag: string | undefined,
    body: Uint8Array | string,
    options: PutOptions,
  ): Promise<boolean>
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>
}

export interface StoredObject {
  readonly body: Uint8Array
  /** Changes whenever the body changes; opaque otherwise. */
  readonly tag: string
}

export interface PutOptions {
  /** `Cache-Control: public, max-age=…` for the CDN and readers. */
  readonly cacheSeconds: number
}
