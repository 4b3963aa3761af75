import { createHmac } from 'node:crypto'
import { widerNetwork } from '../../shared/admission/networks'
import { domainOf } from '../../shared/signing/email-address'
import type { SignatureTraits, TraitMark } from '../../shared/signing/traits'

/** Who asked to sign, and from where. */
export interface Seen {
  /** From `clientAddress`. */
  readonly network: string
  /** Normalised address. */
  readonly email: string
  readonly marks: readonly TraitMark[]
}

/**
 * What is kept of where a signature came from: HMAC-SHA256, cut to 64 bits, under a key made of the petition's own. It
 * joins signatures of one petition; it leads neither to a network nor to another petition, and goes with the key.
 */
export function signatureTraits(petitionKey: Uint8Array, { network, email, marks }: Seen): SignatureTraits {
  const key = createHmac('sha256', petitionKey).update('viche/traits/v1').digest()
  const hash = (kind: string, value: string) =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest().subarray(0, 8).toString('base64url')
  return {
    address: hash('address', network),
    network: hash('network', widerNetwork(network)),
    domain: hash('domain', domainOf(email)),
    marks,
  }
}
