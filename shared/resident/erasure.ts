import type { Instant } from '../calendar/day'
import { type HeldFollow, type HeldSignature, type Holdings, isWithdrawn } from './holdings'
import { namesLeaveAt, type PetitionPlace } from './place'

/** What of a resident's data may go when they ask, and what stays for how long. */
export interface ErasurePlan {
  readonly now: {
    /** Withdrawn signatures whose names the list still shows. */
    readonly names: readonly HeldSignature[]
    /** Signatures with an address for the case of an annulment. */
    readonly contacts: readonly HeldSignature[]
    readonly follows: readonly HeldFollow[]
  }
  /** Names that are public by Art. 23-1 until the term of names ends (R20). */
  readonly names: readonly Kept[]
  /** Addresses of an author: who submitted a petition is told of it. `until` is absent before publication. */
  readonly authored: readonly Kept[]
}

export interface Kept {
  readonly petition: PetitionPlace
  readonly until?: Instant
}

export function erasurePlan({ signatures, follows, authored }: Holdings): ErasurePlan {
  const named = signatures.filter(({ person }) => person !== undefined)
  return {
    now: {
      names: named.filter(mayLeave),
      contacts: signatures.filter(({ contact }) => contact),
      follows,
    },
    names: named.filter((signature) => !mayLeave(signature)).map(({ petition }) => keptOf(petition)),
    authored: authored.map(keptOf),
  }
}

export function isNothing({ names, contacts, follows }: ErasurePlan['now']): boolean {
  return names.length + contacts.length + follows.length === 0
}

/** Who withdrew is no longer among those who signed. */
function mayLeave(signature: HeldSignature): boolean {
  return isWithdrawn(signature) && signature.index !== undefined
}

function keptOf(petition: PetitionPlace): Kept {
  const until = namesLeaveAt(petition)
  return until === undefined ? { petition } : { petition, until }
}
