import { type AsnType, Constructed, fromBER, OctetString, Sequence } from 'asn1js'
import {
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { demand } from './flaw'
import { OID } from './object-identifiers'

/** A certificate together with its bytes as they came. */
export interface SentCertificate {
  readonly certificate: Certificate
  readonly der: Uint8Array
}

/** A time stamp token (RFC 3161, 2.4.2) taken apart, nothing of it believed yet. */
export interface Token {
  readonly info: TSTInfo
  /** The encoded TSTInfo, which the signature covers. */
  readonly content: Uint8Array
  readonly signer: SignerInfo
  readonly signerCertificate: SentCertificate
  readonly certificates: readonly SentCertificate[]
}

/** More than an authority sends; every path through them is tried. */
const MAX_CERTIFICATES = 8

/**
 * Takes apart a TimeStampResp.
 * @throws Flawed `refused`, `several-signers`, `malformed`; other errors on bytes that are no such thing
 */
export function parseResponse(bytes: Uint8Array): Token {
  const schema = whole(bytes)
  const response = new TimeStampResp({ schema })
  demand(response.status.status === 0 || response.status.status === 1, 'refused')
  const token = (schema as Sequence).valueBlock.value[1]
  demand(token !== undefined, 'malformed')
  return parseToken(token)
}

function parseToken(schema: AsnType): Token {
  const { contentType, content } = new ContentInfo({ schema })
  demand(contentType === OID.signedData, 'malformed')
  const signedData = new SignedData({ schema: content })
  demand(signedData.signerInfos.length === 1, 'several-signers')
  const { eContentType, eContent } = signedData.encapContentInfo
  demand(eContentType === OID.tstInfo && eContent !== undefined, 'malformed')
  const encoded = new Uint8Array(eContent.getValue())
  const signer = signedData.signerInfos[0]!
  const certificates = certificatesIn(content)
  const signerCertificate = certificates.find(({ certificate }) => isSigner(certificate, signer))
  demand(signerCertificate !== undefined, 'malformed')
  return {
    info: new TSTInfo({ schema: whole(encoded) }),
    content: encoded,
    signer,
    signerCertificate,
    certificates,
  }
}

/** One value and nothing behind it. */
function whole(bytes: Uint8Array): AsnType {
  const { offset, result } = fromBER(Uint8Array.from(bytes))
  demand(offset === bytes.length, 'malformed')
  return result
}

/** The field [0] of SignedData (RFC 5652, 5.1). */
function certificatesIn(signedData: AsnType): SentCertificate[] {
  const fields = signedData instanceof Sequence ? signedData.valueBlock.value : []
  const field = fields.find(({ idBlock }) => idBlock.tagClass === 3 && idBlock.tagNumber === 0)
  const sent = field instanceof Constructed ? field.valueBlock.value : []
  demand(sent.length <= MAX_CERTIFICATES, 'malformed')
  return sent
    .filter((one) => one instanceof Sequence)
    .map((one) => ({
      certificate: new Certificate({ schema: one }),
      der: Uint8Array.from(one.valueBeforeDecodeView),
    }))
}

function isSigner(certificate: Certificate, { sid }: SignerInfo): boolean {
  if (sid instanceof IssuerAndSerialNumber) {
    return certificate.issuer.isEqual(sid.issuer) && certificate.serialNumber.isEqual(sid.serialNumber)
  }
  const extension = certificate.extensions?.find(({ extnID }) => extnID === OID.subjectKeyIdentifier)
  const named = sid instanceof Constructed ? sid.valueBlock.value[0] : sid
  return (
    extension?.parsedValue instanceof OctetString &&
    named?.valueBlock?.valueHexView !== undefined &&
    sameBytes(extension.parsedValue.valueBlock.valueHexView, named.valueBlock.valueHexView)
  )
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, place) => byte === b[place])
}
