import { Integer, ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import {
  Attribute,
  type Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TimeStampReq,
  TSTInfo,
} from 'pkijs'
import { OID } from '../../../shared/timestamp/object-identifiers'
import { randomNumber } from './certificates'
import type { Stamper } from './stamper-files'

/** OASIS's example arc: a policy that promises nothing. */
const POLICY = '1.2.3.4.1'

const GRANTED = 0
const REJECTION = 2

/** Version of a SignedData whose content is no plain data (RFC 5652, 5.1). */
const NO_PLAIN_DATA = 3

/**
 * Answers a TimeStampReq with a TimeStampResp (RFC 3161), refusing what it cannot read or hashes other than SHA-256.
 * @param at the time to stamp, to the second
 */
export async function answerRequest(request: Uint8Array, stamper: Stamper, at: Date): Promise<Uint8Array> {
  const asked = readRequest(request)
  if (asked === undefined) return response(REJECTION)
  const { messageImprint, nonce, certReq } = asked
  const info = new TSTInfo({
    version: 1,
    policy: POLICY,
    messageImprint,
    serialNumber: randomNumber(),
    genTime: new Date(Math.floor(at.getTime() / 1000) * 1000),
    ...(nonce && { nonce }),
  })
  const signed = await sign(new Uint8Array(info.toSchema().toBER()), stamper, certReq === true)
  return response(GRANTED, new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }))
}

function readRequest(request: Uint8Array): TimeStampReq | undefined {
  try {
    const asked = TimeStampReq.fromBER(Uint8Array.from(request))
    const { hashAlgorithm, hashedMessage } = asked.messageImprint
    const known = hashAlgorithm.algorithmId === OID.sha256
    return known && hashedMessage.valueBlock.valueHexView.length === 32 ? asked : undefined
  } catch {
    return undefined
  }
}

async function sign(content: Uint8Array, { certificate, key }: Stamper, sendCertificate: boolean) {
  const signed = new SignedData({
    version: NO_PLAIN_DATA,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: OID.tstInfo,
      eContent: new OctetString({ valueHex: Uint8Array.from(content).buffer }),
    }),
    signerInfos: [
      new SignerInfo({
        version: 1,
        sid: new IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new SignedAndUnsignedAttributes({
          type: 0,
          attributes: await signedAttributes(content, certificate),
        }),
      }),
    ],
    ...(sendCertificate && { certificates: [certificate] }),
  })
  await signed.sign(key, 0, 'SHA-256')
  return signed
}

/** In the order of DER: shorter ones first (RFC 5652, 5.3). */
async function signedAttributes(content: Uint8Array, certificate: Certificate): Promise<Attribute[]> {
  const named = new OctetString({ valueHex: await sha256(certificate.toSchema(true).toBER()) })
  const signingCertificate = new Sequence({
    value: [new Sequence({ value: [new Sequence({ value: [named] })] })],
  })
  return [
    new Attribute({ type: OID.contentType, values: [new ObjectIdentifier({ value: OID.tstInfo })] }),
    new Attribute({
      type: OID.messageDigest,
      values: [new OctetString({ valueHex: await sha256(Uint8Array.from(content)) })],
    }),
    new Attribute({ type: OID.signingCertificateV2, values: [signingCertificate] }),
  ]
}

/** RFC 3161, 2.4.2; the token only where it is granted. */
function response(status: number, token?: ContentInfo): Uint8Array {
  const said = new Sequence({ value: [new Integer({ value: status })] })
  const parts = token ? [said, token.toSchema()] : [said]
  return new Uint8Array(new Sequence({ value: parts }).toBER())
}

function sha256(data: BufferSource): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', data)
}
