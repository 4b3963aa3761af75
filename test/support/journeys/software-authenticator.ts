import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'

interface Credential {
  readonly id: Buffer
  readonly key: KeyObject
  readonly rpId: string
  readonly userHandle: string
  counter: number
}

/** Flags of authenticator data (WebAuthn level 3, 6.1): present, verified, and with a credential in it. */
const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

export interface Behaviour {
  /** Whether finger, face or PIN was asked for. */
  readonly verifies?: boolean
  /** Where the browser is; by default where the key belongs. */
  readonly origin?: string
}

/** An authenticator and the browser before it, for whoever has neither: ES256, discoverable, attestation `none`. */
export class SoftwareAuthenticator {
  readonly #origin: string
  readonly credentials: Credential[] = []

  constructor(origin: string) {
    this.#origin = origin
  }

  /** What `navigator.credentials.create` gives. */
  create(
    options: PublicKeyCredentialCreationOptionsJSON,
    { verifies = true, origin = this.#origin }: Behaviour = {},
  ): RegistrationResponseJSON {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const rpId = options.rp.id ?? new URL(this.#origin).hostname
    const own = { id: randomBytes(32), key: privateKey, rpId, userHandle: options.user.id, counter: 0 }
    this.credentials.push(own)
    const attested = Buffer.concat([Buffer.alloc(16), length16(own.id), own.id, coseKey(publicKey)])
    const data = Buffer.concat([authenticatorData(own, ATTESTED | flagsOf(verifies)), attested])
    const id = own.id.toString('base64url')
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData('webauthn.create', options.challenge, origin).toString('base64url'),
        attestationObject: attestationObject(data).toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** What `navigator.credentials.get` gives, by the newest of its keys. */
  get(
    options: PublicKeyCredentialRequestOptionsJSON,
    { verifies = true, origin = this.#origin }: Behaviour = {},
  ): AuthenticationResponseJSON {
    const own = this.credentials.findLast(({ rpId }) => rpId === options.rpId)
    if (!own) throw new Error(`no key for ${options.rpId}`)
    own.counter++
    const data = authenticatorData(own, flagsOf(verifies))
    const client = clientData('webauthn.get', options.challenge, origin)
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
    const id = own.id.toString('base64url')
    return {
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', signed, own.key).toString('base64url'),
        userHandle: own.userHandle,
      },
    }
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
}

function flagsOf(verifies: boolean): number {
  return PRESENT | (verifies ? VERIFIED : 0)
}

/** WebAuthn level 3, 6.1: hash of the relying party's id, flags, counter. */
function authenticatorData({ rpId, counter }: Credential, flags: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.of(flags), count])
}

function length16(bytes: Buffer): Buffer {
  return Buffer.of(bytes.length >> 8, bytes.length & 0xff)
}

/** COSE (RFC 9053): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} in canonical CBOR. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' })
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32),
    Buffer.from(x!, 'base64url'),
    Buffer.of(0x22, 0x58, 32),
    Buffer.from(y!, 'base64url'),
  ])
}

/** CBOR (RFC 8949) of {"fmt": "none", "attStmt": {}, "authData": bytes}. */
function attestationObject(data: Buffer): Buffer {
  const text = (words: string) => Buffer.concat([Buffer.of(0x60 | words.length), Buffer.from(words)])
  return Buffer.concat([
    Buffer.of(0xa3),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.of(0xa0),
    text('authData'),
    Buffer.of(0x58, data.length),
    data,
  ])
}
