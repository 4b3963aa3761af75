import { Integer, PrintableString, Utf8String } from 'asn1js'
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension, ExtKeyUsage, Time } from 'pkijs'
import { OID } from '../../../shared/timestamp/object-identifiers'

export const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** The stack's clock may be moved far: what it makes is valid through all of that. */
const VALID_FROM = new Date('2020-01-01T00:00:00Z')
const VALID_TO = new Date('2099-12-31T23:59:59Z')
const GENERALIZED_TIME = 1

export interface Issued {
  readonly certificate: Certificate
  readonly keys: CryptoKeyPair
}

/** An authority of its own making, whose certificate readers are given as root. */
export async function makeRoot(name: string): Promise<Issued> {
  const constraints = new BasicConstraints({ cA: true })
  return issue(name, [critical(OID.basicConstraints, constraints.toSchema().toBER())])
}

/** A certificate for time stamping and nothing else (RFC 3161, 2.3). */
export async function makeStamper(name: string, root: Issued): Promise<Issued> {
  const usage = new ExtKeyUsage({ keyPurposes: [OID.timeStamping] })
  return issue(name, [critical(OID.extendedKeyUsage, usage.toSchema().toBER())], root)
}

async function issue(name: string, extensions: Extension[], issuer?: Issued): Promise<Issued> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = randomNumber()
  certificate.notBefore = new Time({ value: VALID_FROM })
  certificate.notAfter = new Time({ value: VALID_TO, type: GENERALIZED_TIME })
  certificate.subject.typesAndValues.push(...named(name))
  const from = issuer?.certificate.subject ?? certificate.subject
  certificate.issuer.typesAndValues.push(...from.typesAndValues)
  certificate.extensions = extensions
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign((issuer?.keys ?? keys).privateKey, 'SHA-256')
  return { certificate, keys }
}

/** 16 bytes, positive. */
export function randomNumber(): Integer {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return new Integer({ valueHex: bytes.buffer })
}

function named(name: string): AttributeTypeAndValue[] {
  return [
    new AttributeTypeAndValue({ type: OID.organization, value: new PrintableString({ value: 'Viche' }) }),
    new AttributeTypeAndValue({ type: OID.commonName, value: new Utf8String({ value: name }) }),
  ]
}

function critical(extnID: string, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical: true, extnValue })
}
