import type { Instant } from '../calendar/day'
import type { Identity } from '../community/settings'
import { WITHDRAWN } from '../log/annulment'
import type { PersonName } from '../signing/person-name'
import type { SignatureKey } from '../signing/signature-id'
import type { PetitionPlace } from './place'

/** A signature of the resident, with all that is held beside it. */
export interface HeldSignature {
  readonly petition: PetitionPlace
  readonly key: SignatureKey
  /** Absent once the name is erased. */
  readonly person?: PersonName
  readonly confirmedAt: Instant
  readonly level: Identity
  /** Of its entry in the petition's log, once it is there. */
  readonly index?: number
  /** `inLog`: the log has it, so that the signature no longer counts. */
  readonly annulment?: { readonly ground: string; readonly at: Instant; readonly inLog: boolean }
  /** An address is kept for the case that the signature is annulled. */
  readonly contact: boolean
  /** Signatures that count under the petition now. */
  readonly count: number
}

/** A petition whose news is mailed to the resident. */
export interface HeldFollow {
  readonly petition: PetitionPlace
  readonly since: Instant
}

/** What is held about one resident among some petitions. */
export interface Holdings {
  readonly signatures: readonly HeldSignature[]
  readonly follows: readonly HeldFollow[]
  /** Petitions whose author has the resident's address. */
  readonly authored: readonly PetitionPlace[]
}

export const NOTHING: Holdings = { signatures: [], follows: [], authored: [] }

export function joined(a: Holdings, b: Holdings): Holdings {
  return {
    signatures: [...a.signatures, ...b.signatures],
    follows: [...a.follows, ...b.follows],
    authored: [...a.authored, ...b.authored],
  }
}

export function isEmpty({ signatures, follows, authored }: Holdings): boolean {
  return signatures.length + follows.length + authored.length === 0
}

/** Whether the signer took the signature back by themselves. */
export function isWithdrawn({ annulment }: HeldSignature): boolean {
  return annulment?.ground === WITHDRAWN
}
