import { generateKeyPairSync, sign } from 'node:crypto'
import { rawPublicKey } from '../../functions/adapters/ed25519'
import { sha256 } from '../../functions/adapters/sha256'
import { dayOf, instantOf } from '../../shared/calendar/day'
import {
  bundleKey,
  checkpointKey,
  countKey,
  namesKey,
  tileKey,
  verifierKeyKey,
} from '../../shared/log/addresses'
import { nameCommitment, personCommitment, textHash } from '../../shared/log/commitment'
import { encodeEntry, timeOf } from '../../shared/log/entry'
import { NAMES_PER_FILE, type NameEntry } from '../../shared/log/names'
import { fullName } from '../../shared/signing/person-name'
import { encodeBundle } from '../../shared/tlog/bundle'
import { toBase64, utf8 } from '../../shared/tlog/bytes'
import { checkpointText } from '../../shared/tlog/checkpoint'
import { type Edge, grow } from '../../shared/tlog/growth'
import { leafHash } from '../../shared/tlog/hash'
import { formatVerifierKey, signatureLine, verifierKey } from '../../shared/tlog/note'
import { TILE_WIDTH, tileAt } from '../../shared/tlog/tile'
import { resident } from '../replay/crowd'
import { publishedPetition } from '../support/published-petition'

export const PETITION_ID = 'million'
/** Full files at a time, so that no partial one is written on the way. */
const BATCH = 4 * TILE_WIDTH
const SALT_BYTES = 32

/** Takes a file under its path from the site's root. */
export type PutFile = (path: string, body: Uint8Array | string) => Promise<void>

/** Seconds of each part of the making. */
export interface Made {
  /** Entries out of signatures: encoding and commitments. */
  readonly entries: number
  /** The tree: leaf hashes, tiles, roots. */
  readonly tree: number
  /** SHA-256 of each entry by itself, and nothing else. */
  readonly bare: number
  readonly entryBytes: number
}

/**
 * Makes a petition's log of `size` signatures with everything a mirror holds, names and all.
 * Salts and person keys are SHA-256 of their number: as good as random ones here, and the same each time.
 */
export async function makeLog(put: PutFile, size: number): Promise<Made> {
  const petition = publishedPetition(PETITION_ID, size)
  const began = Date.parse(petition.publishedAt!)
  const text = textHash(sha256, petition.text)
  const everyMs = (Date.parse(petition.closesAt!) - began) / size
  let edge: Edge = new Map()
  let root: Uint8Array = new Uint8Array(0)
  const seconds = { entries: 0, tree: 0, bare: 0 }
  let entryBytes = 0
  for (let from = 0; from < size; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, size - from) }, (_, n) => from + n)
    const started = performance.now()
    const signatures = numbers.map((index) => signatureOf(index, instantOf(began + index * everyMs), text))
    const made = performance.now()
    const growth = grow(
      sha256,
      from,
      edge,
      signatures.map(({ entry }) => leafHash(sha256, entry)),
    )
    seconds.entries += (made - started) / 1000
    const grown = performance.now()
    for (const { entry } of signatures) sha256(entry)
    seconds.bare += (performance.now() - grown) / 1000
    seconds.tree += (grown - made) / 1000
    edge = growth.edge
    root = growth.root
    for (const { tile, bytes } of growth.tiles) {
      // Partial ones only as the whole log has them.
      if (tile.width === tileAt(size, tile.level, tile.index).width) {
        await put(tileKey(PETITION_ID, tile), bytes)
      }
    }
    await putFiles(put, from, signatures)
    for (const { entry } of signatures) entryBytes += entry.length
  }
  await putHead(put, petition, size, root)
  return { ...seconds, entryBytes }
}

interface Signature {
  readonly entry: Uint8Array
  readonly name: NameEntry
}

function signatureOf(index: number, confirmedAt: string, text: Uint8Array): Signature {
  const name = fullName(resident(index, '').name)
  const date = dayOf(confirmedAt)
  const salt = numbered('name', index)
  const entry = encodeEntry({
    kind: 'signature',
    time: timeOf(confirmedAt),
    text,
    name: nameCommitment(sha256, salt, name, date),
    person: personCommitment(sha256, numbered('salt', index), numbered('person', index)),
  })
  return { entry, name: { index, name, date, salt: toBase64(salt) } }
}

function numbered(what: string, index: number): Uint8Array {
  return sha256(utf8(`${what} ${index}`)).subarray(0, SALT_BYTES)
}

/** Bundles and files of names, 256 each. */
async function putFiles(put: PutFile, from: number, signatures: readonly Signature[]): Promise<void> {
  for (let at = 0; at < signatures.length; at += NAMES_PER_FILE) {
    const own = signatures.slice(at, at + NAMES_PER_FILE)
    const file = (from + at) / NAMES_PER_FILE
    await put(bundleKey(PETITION_ID, file, own.length), encodeBundle(own.map(({ entry }) => entry)))
    await put(namesKey(PETITION_ID, file), JSON.stringify(own.map(({ name }) => name)))
  }
}

/** Key, signed checkpoint, and what the site shows. */
async function putHead(
  put: PutFile,
  petition: ReturnType<typeof publishedPetition>,
  size: number,
  root: Uint8Array,
): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const origin = petition.logOrigin!
  const key = verifierKey(sha256, origin, rawPublicKey(publicKey))
  const note = checkpointText({ origin, size, root })
  const signed = `${note}\n${signatureLine(key, new Uint8Array(sign(null, utf8(note), privateKey)))}`
  const { title, text, publishedAt, closesAt } = petition
  const count = { count: size, threshold: size + 1, size, updatedAt: closesAt }
  const view = {
    id: PETITION_ID,
    title,
    text,
    count: size,
    threshold: size + 1,
    publishedAt,
    closesAt,
    log: { origin, size },
  }
  await put(verifierKeyKey(PETITION_ID), `${formatVerifierKey(key)}\n`)
  await put(checkpointKey(PETITION_ID), signed)
  await put(countKey(PETITION_ID), JSON.stringify(count))
  await put(`api/v1/petitions/${PETITION_ID}`, JSON.stringify(view))
}
