import { signatureTraits } from '../../functions/signing/signature-traits'
import { analyse } from '../../shared/anomaly/analyse'
import { KNOWN_DOMAINS } from '../../shared/anomaly/known-domains'
import type { Identity } from '../../shared/community/settings'
import { fullName, type PersonName } from '../../shared/signing/person-name'
import { decodeTraits } from '../../shared/signing/traits'
import type { Row } from '../crash/rows'

/** Signatures that an annulment from the anomaly report would be about. */
export function flaggedIn(rows: readonly Row[], petitionKey: Uint8Array): ReadonlySet<Row> {
  const { groups } = analyse({
    madeAt: new Date().toISOString(),
    size: rows.length,
    signed: rows.filter(({ kind }) => kind === 'signature').map(signedOf),
    knownDomains: knownDomains(petitionKey),
  })
  const flagged = new Set<Row>()
  for (const [from, to] of groups.flatMap(({ targets }) => targets)) {
    for (const row of rows.slice(from, to + 1)) flagged.add(row)
  }
  return flagged
}

function signedOf(row: Row) {
  const { index = -1, confirmedAt: at = '', traits: encoded } = row
  const traits = decodeTraits(encoded)
  const level: Identity = 'email'
  return { index, at, name: fullName(row as PersonName), level, annulled: false, ...(traits && { traits }) }
}

/** Hashes that well-known mail domains have on this petition. */
function knownDomains(petitionKey: Uint8Array): Map<string, string> {
  const hashOf = (domain: string) =>
    signatureTraits(petitionKey, { network: '', email: `@${domain}`, marks: [] }).domain
  return new Map(KNOWN_DOMAINS.map((domain) => [hashOf(domain), domain]))
}
