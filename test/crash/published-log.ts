import { sha256 } from '../../functions/adapters/sha256'
import { bundleKey, checkpointKey, tileKey, verifierKeyKey } from '../../shared/log/addresses'
import { decodeBundle } from '../../shared/tlog/bundle'
import { type Checkpoint, parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote, parseVerifierKey, type VerifierKey, verifyNote } from '../../shared/tlog/note'
import type { ReadTile } from '../../shared/tlog/prove'
import { bundleWidth, TILE_WIDTH } from '../../shared/tlog/tile'
import { nodeTools } from '../../verifier/command/node-tools'

/** A petition's log as any mirror finds it: files under the site's address. */
export class PublishedLog {
  readonly #url: string
  readonly #petitionId: string

  constructor(url: string, petitionId: string) {
    this.#url = url
    this.#petitionId = petitionId
  }

  async verifierKey(): Promise<VerifierKey> {
    return parseVerifierKey(sha256, await this.#text(verifierKeyKey(this.#petitionId)))
  }

  async checkpoint(): Promise<Checkpoint> {
    return parseCheckpoint(parseNote(await this.#text(checkpointKey(this.#petitionId))).text)
  }

  /** The first `size` entries, in order. */
  async *entries(size: number): AsyncGenerator<Uint8Array> {
    for (let index = 0; index * TILE_WIDTH < size; index++) {
      const width = bundleWidth(size, index)
      const entries = decodeBundle(await this.#bytes(bundleKey(this.#petitionId, index, width)))
      if (entries.length !== width)
        throw new Error(`bundle ${index} holds ${entries.length} of ${width} entries`)
      yield* entries
    }
  }

  readonly tile: ReadTile = (tile) => this.#bytes(tileKey(this.#petitionId, tile))

  async #text(key: string): Promise<string> {
    return Buffer.from(await this.#bytes(key)).toString('utf8')
  }

  /** @throws Error where the file is missing */
  async #bytes(key: string): Promise<Uint8Array> {
    const answer = await fetch(`${this.#url}/${key}`)
    if (answer.status !== 200) throw new Error(`/${key} answers ${answer.status}`)
    return new Uint8Array(await answer.arrayBuffer())
  }
}

/** Whether the key signed the note. */
export async function isSignedBy(note: string, key: VerifierKey): Promise<boolean> {
  return (await verifyNote(parseNote(note), [key], nodeTools.verifyEd25519)).length === 1
}
