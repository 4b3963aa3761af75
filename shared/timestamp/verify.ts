import type { Certificate, TSTInfo } from 'pkijs'
import { checkPath, checkPurpose } from './certificate-path'
import { demand, Flawed, type TimeStampFlaw } from './flaw'
import { OID } from './object-identifiers'
import { nonceNumber, sha256 } from './request'
import type { Roots } from './roots'
import { checkSignature, checkSigningCertificate } from './signature'
import { parseResponse, sameBytes } from './token'

/** A stamp that holds. */
export interface TimeStamp {
  /** When the data were there at the latest: RFC 3339, UTC. */
  readonly genTime: string
  /** Name of whoever says so, as its certificate has it. */
  readonly authority: string
}

/** What a stamp is held against. */
export interface Expected {
  /** What must have been stamped. */
  readonly data: Uint8Array
  readonly roots: Roots
  /** Of the request, where it is known. */
  readonly nonce?: Uint8Array
  /** The time of asking, where it is known: RFC 3339, and how far the stamp's may be from it. */
  readonly near?: { readonly instant: string; readonly seconds: number }
}

/**
 * Verifies a time stamp, a TimeStampResp as authorities send it (RFC 3161, 2.4.2). Never throws on bad bytes.
 * @returns the stamp, or the first flaw found
 */
export async function verifyTimeStamp(
  response: Uint8Array,
  expected: Expected,
): Promise<TimeStamp | TimeStampFlaw> {
  try {
    return await verify(response, expected)
  } catch (error) {
    // What is no ASN.1, or other ASN.1 than the standard's, throws whatever the library throws.
    return error instanceof Flawed ? error.flaw : 'malformed'
  }
}

async function verify(response: Uint8Array, expected: Expected): Promise<TimeStamp> {
  const token = parseResponse(response)
  const { info, signerCertificate, certificates } = token
  demand(!Number.isNaN(info.genTime.getTime()), 'malformed')
  await checkImprint(info, expected.data)
  checkNonce(info, expected.nonce)
  await checkSignature(token)
  await checkSigningCertificate(token)
  const { certificate } = signerCertificate
  checkPurpose(certificate)
  const sent = certificates.map((one) => one.certificate)
  await checkPath(certificate, sent, expected.roots, info.genTime)
  checkTime(info, expected.near)
  return { genTime: info.genTime.toISOString(), authority: nameOf(certificate) }
}

async function checkImprint({ messageImprint }: TSTInfo, data: Uint8Array): Promise<void> {
  const { hashAlgorithm, hashedMessage } = messageImprint
  const digest = new Uint8Array(await sha256(data))
  demand(
    hashAlgorithm.algorithmId === OID.sha256 && sameBytes(hashedMessage.valueBlock.valueHexView, digest),
    'wrong-data',
  )
}

function checkNonce({ nonce }: TSTInfo, asked: Uint8Array | undefined): void {
  if (asked === undefined) return
  demand(nonce !== undefined && sameBytes(nonce.valueBlock.valueHexView, nonceNumber(asked)), 'wrong-nonce')
}

function checkTime({ genTime }: TSTInfo, near: Expected['near']): void {
  if (near === undefined) return
  const apart = Math.abs(genTime.getTime() - Date.parse(near.instant))
  demand(apart <= near.seconds * 1000, 'wrong-time')
}

/** Common name, else the organisation's. */
function nameOf({ subject }: Certificate): string {
  const values = [OID.commonName, OID.organization].map(
    (type) => subject.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value,
  )
  return String(values.find((value) => value !== undefined) ?? '')
}
