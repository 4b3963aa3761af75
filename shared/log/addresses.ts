import { bundlePath, type Tile, tilePath } from '../tlog/tile'

/** Object keys of a petition's log; also the paths under the site's address at which they are served. */

export function countKey(petitionId: string): string {
  return `api/v1/petitions/${petitionId}/count`
}

/** Signatures and annulments by Kyiv day. */
export function daysKey(petitionId: string): string {
  return `api/v1/petitions/${petitionId}/days`
}

/** What the log says of itself, signed (C2SP tlog-checkpoint). */
export function checkpointKey(petitionId: string): string {
  return `log/${petitionId}/checkpoint`
}

export function tileKey(petitionId: string, tile: Tile): string {
  return `log/${petitionId}/${tilePath(tile)}`
}

/** @param width entries in it, 1 … 256 */
export function bundleKey(petitionId: string, index: number, width: number): string {
  return `log/${petitionId}/${bundlePath(index, width)}`
}

export function namesKey(petitionId: string, file: number): string {
  return `log/${petitionId}/names/${file}`
}

/** The key that checks this petition's checkpoints, under the name of its log. */
export function verifierKeyKey(petitionId: string): string {
  return `log/${petitionId}/verifier-key`
}

/** The key that checks every log of the site. */
export const SITE_VERIFIER_KEY = 'log/verifier-key'

/** Roots that the site's time stamps lead to, PEM. */
export const TSA_ROOTS_KEY = 'log/tsa-roots.pem'

/** A checkpoint, verbatim, as it was sent to be time-stamped. */
export function stampedKey(petitionId: string, size: number): string {
  return `log/${petitionId}/stamped/${size}`
}

/** The time stamp over it (RFC 3161, DER). */
export function timeStampKey(petitionId: string, size: number): string {
  return `${stampedKey(petitionId, size)}.tsr`
}

/** The newest time stamp; that of the checkpoint `stamped/index` ends with. */
export function latestTimeStampKey(petitionId: string): string {
  return `${checkpointKey(petitionId)}.tsr`
}

/** Sizes that were time-stamped and when, newest last. */
export function stampedIndexKey(petitionId: string): string {
  return `log/${petitionId}/stamped/index`
}

/** `nonce` keeps two workers who stage the same leaves apart. Never served. */
export function stagingKey(petitionId: string, from: number, to: number, nonce: string): string {
  return `staging/${petitionId}/${from}-${to}-${nonce}`
}

/** Files of names that changed otherwise than by growing, whose pages are still to be written. Never served. */
export function amendedNamesKey(petitionId: string): string {
  return `staging/${petitionId}/amended-names`
}

/** By which provider the signers among leaves 256·n … 256·n+255 were identified. Never served. */
export function levelsKey(petitionId: string, file: number): string {
  return `staging/${petitionId}/levels/${file}`
}

/** Name under which the platform's key signs every log of the site: a log's origin without its petition. */
export function siteOf(origin: string): string {
  return origin.slice(0, origin.lastIndexOf('/'))
}
