import { SITE_VERIFIER_KEY, siteOf, verifierKeyKey } from '../shared/log/addresses'
import { equalBytes } from '../shared/tlog/bytes'
import type { Sha256 } from '../shared/tlog/hash'
import { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKey } from '../shared/tlog/note'
import type { Findings } from './findings'
import type { Reader } from './reader'
import { LIMITS } from './source'

/** The platform's one key, under the two names by which it signs a petition's checkpoints. */
export interface LogKeys {
  /** `<host>/log/<petition id>` */
  readonly own: VerifierKey
  /** `<host>/log` */
  readonly site: VerifierKey
}

/** A key the reader has from elsewhere than the site itself. */
export interface TrustedKey {
  readonly key: VerifierKey
  readonly from: 'given' | 'kept'
}

/** @param key under either of its names */
export function keysOf(sha256: Sha256, key: VerifierKey, petitionId: string): LogKeys {
  const site = isOfSite(key) ? key.name : siteOf(key.name)
  return {
    own: verifierKey(sha256, `${site}/${petitionId}`, key.publicKey),
    site: verifierKey(sha256, site, key.publicKey),
  }
}

/** Whether a key has the name under which it signs every log of its site; else it has that of one log. */
export function isOfSite(key: VerifierKey): boolean {
  return key.name.endsWith('/log')
}

/** The key to check by: one that is trusted already, else the site's own, and then it is said so. */
export async function chooseKey(
  reader: Reader,
  sha256: Sha256,
  petitionId: string,
  trusted: TrustedKey | undefined,
  findings: Findings,
): Promise<LogKeys | undefined> {
  const shown = await shownKey(reader, sha256, petitionId, findings)
  const key = trusted?.key ?? shown
  if (!key) return undefined
  if (trusted && shown && !equalBytes(trusted.key.publicKey, shown.publicKey)) {
    findings.add('key-changed', { kept: formatVerifierKey(trusted.key), now: formatVerifierKey(shown) })
  }
  findings.add(trusted ? `key-${trusted.from}` : 'key-first-use', { key: formatVerifierKey(key) })
  return keysOf(sha256, key, petitionId)
}

async function shownKey(reader: Reader, sha256: Sha256, petitionId: string, findings: Findings) {
  for (const path of [SITE_VERIFIER_KEY, verifierKeyKey(petitionId)]) {
    const text = await reader.text(path, LIMITS.key)
    if (text === undefined) continue
    try {
      return parseVerifierKey(sha256, text)
    } catch {
      findings.add('key-malformed', { path })
      return undefined
    }
  }
  findings.add('key-missing', { path: SITE_VERIFIER_KEY })
  return undefined
}
