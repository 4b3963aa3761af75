import { BasicConstraints, type Certificate, type Extension, ExtKeyUsage } from 'pkijs'
import { demand } from './flaw'
import { OID } from './object-identifiers'
import type { Roots } from './roots'
import { signatureHash } from './signature'

/** Certificates between the authority's own and the root. */
const MAX_INTERMEDIATES = 4

/** What a path may hold: anything else that is critical means something that is not checked here. */
const UNDERSTOOD: readonly string[] = [
  OID.basicConstraints,
  OID.keyUsage,
  OID.extendedKeyUsage,
  OID.certificatePolicies,
]

/**
 * Checks that the certificate is for time stamping and nothing else: its extended key usage is there, critical, and
 * names this one purpose (RFC 3161, 2.3). Any other would let a key for mail or web sites tell the time.
 * @throws Flawed `not-a-time-stamping-certificate`
 */
export function checkPurpose(certificate: Certificate): void {
  const usages = (certificate.extensions ?? []).filter(({ extnID }) => extnID === OID.extendedKeyUsage)
  const [usage] = usages
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  demand(
    usages.length === 1 && usage?.critical === true && purposes.join() === OID.timeStamping,
    'not-a-time-stamping-certificate',
  )
}

/**
 * Looks for a path from a certificate to one of the roots through those sent along (RFC 5280, 6.1, without policies
 * and revocation). The roots are believed as they are.
 * @throws Flawed `unknown-authority` when there is none, `expired-certificate` when none was valid at `at`
 */
export async function checkPath(
  certificate: Certificate,
  sent: readonly Certificate[],
  roots: Roots,
  at: Date,
): Promise<void> {
  const paths = await pathsFrom([certificate], sent, roots)
  demand(paths.length > 0, 'unknown-authority')
  demand(
    paths.some((path) => path.every((one) => isValid(one, at))),
    'expired-certificate',
  )
}

type Path = readonly Certificate[]

async function pathsFrom(path: Path, sent: readonly Certificate[], roots: Roots): Promise<Path[]> {
  const last = path.at(-1)!
  if (!last.extensions?.every(isUnderstood)) return []
  const ends = await asyncFilter(roots, (root) => hasIssued(root, last, path.length - 1))
  const found: Path[] = ends.map((root) => [...path, root])
  if (found.length > 0 || path.length > MAX_INTERMEDIATES) return found
  const further = sent.filter((one) => !path.includes(one))
  for (const issuer of await asyncFilter(further, (one) => hasIssued(one, last, path.length - 1))) {
    found.push(...(await pathsFrom([...path, issuer], sent, roots)))
  }
  return found
}

/** @param below certificates of authorities that the path holds under this one */
async function hasIssued(issuer: Certificate, subject: Certificate, below: number): Promise<boolean> {
  if (!issuer.subject.isEqual(subject.issuer) || !isAuthority(issuer, below)) return false
  if (signatureHash(subject.signatureAlgorithm) === '') return false
  return subject.verify(issuer).catch(() => false)
}

/** May issue certificates, and with so many authorities under it (RFC 5280, 4.2.1.9 and 4.2.1.3). */
function isAuthority({ extensions = [] }: Certificate, below: number): boolean {
  const of = (oid: string) => extensions.find(({ extnID }) => extnID === oid)?.parsedValue
  const constraints: unknown = of(OID.basicConstraints)
  if (!(constraints instanceof BasicConstraints) || !constraints.cA) return false
  const { pathLenConstraint: limit } = constraints
  if (typeof limit === 'number' && limit < below) return false
  const usage = of(OID.keyUsage)
  return usage === undefined || (usage.valueBlock.valueHexView[0] & KEY_CERT_SIGN) !== 0
}

const KEY_CERT_SIGN = 0x04

function isUnderstood({ critical, extnID }: Extension): boolean {
  return !critical || UNDERSTOOD.includes(extnID)
}

function isValid({ notBefore, notAfter }: Certificate, at: Date): boolean {
  return notBefore.value <= at && at <= notAfter.value
}

async function asyncFilter<Item>(
  items: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<Item[]> {
  const held = await Promise.all(items.map(holds))
  return items.filter((_, place) => held[place])
}
