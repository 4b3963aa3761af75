import type { PutOptions } from '../../functions/ports/object-store'
import { MemoryObjects } from '../support/memory-objects'

/** An object store in memory that counts what a cloud's store would charge: requests to write and to read. */
export class CountedObjects extends MemoryObjects {
  puts = 0
  gets = 0
  bytesPut = 0

  override async get(key: string) {
    this.gets++
    return super.get(key)
  }

  override async read(key: string) {
    this.gets++
    return super.read(key)
  }

  override async put(key: string, body: Uint8Array | string, options: PutOptions) {
    this.#count(body)
    return super.put(key, body, options)
  }

  override async replace(
    key: string,
    tag: string | undefined,
    body: Uint8Array | string,
    options: PutOptions,
  ) {
    this.#count(body)
    return super.replace(key, tag, body, options)
  }

  #count(body: Uint8Array | string): void {
    this.puts++
    this.bytesPut += Buffer.byteLength(body)
  }
}
