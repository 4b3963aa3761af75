import { createHash } from 'node:crypto'
import type { ObjectStore, PutOptions, StoredObject } from '../../functions/ports/object-store'

/** An object store in memory. `faults` makes single writes fail, before or after they have happened. */
export class MemoryObjects implements ObjectStore {
  readonly objects = new Map<string, { body: Uint8Array; cacheSeconds: number }>()
  faults: (operation: 'put' | 'replace' | 'delete', key: string) => 'none' | 'lost' | 'persisted' = () =>
    'none'

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.objects.get(key)?.body
  }

  async read(key: string): Promise<StoredObject | undefined> {
    const stored = this.objects.get(key)
    return stored && { body: stored.body, tag: tagOf(stored.body) }
  }

  async put(key: string, body: Uint8Array | string, options: PutOptions): Promise<void> {
    this.withFault('put', key, () => this.store(key, body, options))
  }

  async replace(
    key: string,
    tag: string | undefined,
    body: Uint8Array | string,
    options: PutOptions,
  ): Promise<boolean> {
    const present = this.objects.get(key)
    if ((present && tagOf(present.body)) !== tag) return false
    this.withFault('replace', key, () => this.store(key, body, options))
    return true
  }

  async delete(key: string): Promise<void> {
    this.withFault('delete', key, () => this.objects.delete(key))
  }

  text(key: string): string | undefined {
    const stored = this.objects.get(key)
    return stored && new TextDecoder().decode(stored.body)
  }

  private store(key: string, body: Uint8Array | string, { cacheSeconds }: PutOptions) {
    this.objects.set(key, {
      body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
      cacheSeconds,
    })
  }

  private withFault(operation: 'put' | 'replace' | 'delete', key: string, effect: () => void) {
    const fault = this.faults(operation, key)
    if (fault !== 'lost') effect()
    if (fault !== 'none') throw new Error(`the store failed to ${operation} ${key}`)
  }
}

function tagOf(body: Uint8Array): string {
  return createHash('md5').update(body).digest('hex')
}
