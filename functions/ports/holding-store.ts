import type { Instant } from '../../shared/calendar/day'
import type { Identity } from '../../shared/community/settings'
import type { PetitionPlace } from '../../shared/resident/place'
import type { PersonName } from '../../shared/signing/person-name'
import type { SignatureKey } from '../../shared/signing/signature-id'
import type { Page } from './petition-store'

/** What a petition's own rows say of people. */
export interface PetitionSecrets {
  /** Gone with the names. */
  readonly key?: Uint8Array
  readonly authorEmail?: string
}

/** A signature's row. */
export interface SignatureRow extends SignatureKey {
  /** Absent once it is erased. */
  readonly person?: PersonName
  readonly confirmedAt: Instant
  readonly level: Identity
  readonly index?: number
}

/** What stands beside a signature in the log. */
export interface SignatureStanding {
  readonly annulment?: { readonly ground: string; readonly at: Instant; readonly index?: number }
  readonly contact: boolean
}

/** Where somebody follows a petition, by the key they are known by there. */
export interface FollowerPlace {
  readonly petitionId: string
  readonly key: string
}

/**
 * Finds what is held about one person. No index leads from a person to anything: whoever knows the person makes the
 * key of each petition anew and asks for that row. Rows are read strongly consistent, many at once.
 */
export interface HoldingStore {
  /** Petitions that were published, newest first, of one community or all. */
  published(filter: {
    readonly communityId?: string | undefined
    readonly cursor?: string | undefined
    readonly limit: number
  }): Promise<Page<PetitionPlace>>
  /** A community's petitions that never were: in moderation, refused or withdrawn before. */
  unpublished(communityId: string): Promise<PetitionPlace[]>
  /** One petition, published or not. */
  place(petitionId: string): Promise<PetitionPlace | undefined>
  secrets(petitionIds: readonly string[]): Promise<Map<string, PetitionSecrets>>
  signatures(keys: readonly SignatureKey[]): Promise<SignatureRow[]>
  /** By petition; those that follow none are left out. */
  follows(places: readonly FollowerPlace[], now: Instant): Promise<Map<string, { readonly since: Instant }>>
  /** In the order of `signatures`. */
  standings(
    signatures: readonly { readonly petitionId: string; readonly index: number }[],
    now: Instant,
  ): Promise<SignatureStanding[]>
  /** Log entries applied and the public count, by petition. */
  counts(
    petitionIds: readonly string[],
  ): Promise<Map<string, { readonly applied: number; readonly count: number }>>
}
