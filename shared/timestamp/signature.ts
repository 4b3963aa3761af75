import { OctetString, Sequence } from 'asn1js'
import { type AlgorithmIdentifier, type Attribute, getCrypto } from 'pkijs'
import { demand } from './flaw'
import { OID } from './object-identifiers'
import { sameBytes, type Token } from './token'

/** Nobody can make a second text of the same hash with these. */
const SOUND_HASHES = ['SHA-256', 'SHA-384', 'SHA-512']

/**
 * Checks that the token's certificate signed it (RFC 5652, 5.4).
 * @throws Flawed `bad-signature`
 */
export async function checkSignature({ content, signer, signerCertificate }: Token): Promise<void> {
  const hash = hashNamed(signer.digestAlgorithm.algorithmId)
  demand(hash !== '', 'bad-signature')
  const digest = await crypto.subtle.digest(hash, Uint8Array.from(content))
  const [named] = attribute(signer.signedAttrs?.attributes, OID.messageDigest)?.values ?? []
  const [type] = attribute(signer.signedAttrs?.attributes, OID.contentType)?.values ?? []
  demand(type?.valueBlock?.toString() === OID.tstInfo, 'bad-signature')
  demand(named instanceof OctetString, 'bad-signature')
  demand(sameBytes(named.valueBlock.valueHexView, new Uint8Array(digest)), 'bad-signature')
  const { signedAttrs, signature, signatureAlgorithm } = signer
  const rsa = signatureAlgorithm.algorithmId === OID.rsaEncryption
  demand(rsa || signatureHash(signatureAlgorithm) !== '', 'bad-signature')
  const good = await getCrypto(true)
    .verifyWithPublicKey(
      signedAttrs!.encodedValue,
      signature,
      signerCertificate.certificate.subjectPublicKeyInfo,
      signatureAlgorithm,
      rsa ? hash : undefined,
    )
    .catch(() => false)
  demand(good, 'bad-signature')
}

/**
 * Checks that what is signed names the certificate, so that no other certificate of the same key can take
 * its place (RFC 3161, 2.4.2; RFC 5035; RFC 2634 for the older form).
 * @throws Flawed `wrong-certificate`
 */
export async function checkSigningCertificate({ signer, signerCertificate }: Token): Promise<void> {
  const attributes = signer.signedAttrs?.attributes
  const v2 = attribute(attributes, OID.signingCertificateV2)
  const [hash, named] = v2
    ? certificateId(v2, 'SHA-256')
    : certificateId(attribute(attributes, OID.signingCertificate), 'SHA-1')
  const digest = await crypto.subtle.digest(hash, Uint8Array.from(signerCertificate.der))
  demand(sameBytes(named, new Uint8Array(digest)), 'wrong-certificate')
}

/** The first certificate named, which is the signer's, and the hash it is named by. */
function certificateId(found: Attribute | undefined, fallback: string): [hash: string, named: Uint8Array] {
  const certificates = first(found?.values[0])
  const fields = first(certificates)?.valueBlock.value ?? []
  const [algorithm] = fields
  const hash = algorithm instanceof Sequence ? hashNamed(String(first(algorithm)?.valueBlock)) : fallback
  const named = algorithm instanceof Sequence ? fields[1] : algorithm
  demand(named instanceof OctetString && hash !== '', 'wrong-certificate')
  return [hash, named.valueBlock.valueHexView]
}

// biome-ignore lint/suspicious/noExplicitAny: asn1js types what a value holds no closer
function first(value: any): any {
  return value instanceof Sequence ? value.valueBlock.value[0] : undefined
}

/** Undefined unless there is exactly one of the type. */
function attribute(attributes: readonly Attribute[] | undefined, type: string): Attribute | undefined {
  const found = attributes?.filter((one) => one.type === type) ?? []
  return found.length === 1 ? found[0] : undefined
}

/** The hash that signatures of this algorithm are made with; '' where it is not known or not sound. */
export function signatureHash(algorithm: AlgorithmIdentifier): string {
  const hash = getCrypto(true).getHashAlgorithm(algorithm)
  return SOUND_HASHES.includes(hash) ? hash : ''
}

function hashNamed(oid: string): string {
  const algorithm = getCrypto(true).getAlgorithmByOID(oid)
  const name = 'name' in algorithm ? algorithm.name : ''
  return SOUND_HASHES.includes(name) ? name : ''
}
