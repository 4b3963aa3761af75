import type { Instant } from '../../shared/calendar/day'
import type { LogState } from '../../shared/log/state'
import type { PetitionEvent } from '../../shared/petition/events'
import type { PetitionNotice } from '../../shared/petition/notices'
import type { Petition, Status } from '../../shared/petition/petition'
import type { Topic } from '../../shared/petition/topic'
import type { Delivery } from '../../shared/procedure/notice'

/** A petition with all that its page shows. Read strongly consistent. */
export interface PetitionRecord {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  readonly notices: readonly StoredNotice[]
  readonly log: LogState
}

export type StoredNotice = PetitionNotice & Delivery

/** A petition's change, saved whole or not at all. */
export interface Change {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  readonly notices: readonly PetitionNotice[]
}

export interface PetitionFilter {
  readonly communityId?: string
  readonly status?: Status
  /** `other` also finds petitions without a topic. */
  readonly topic?: Topic
  /** Words to find in title, text, author or number, by `shared/search`. */
  readonly q?: string
  readonly limit: number
  readonly cursor?: string
}

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor?: string
}

/** Another change was saved first: read again and decide again. */
export class VersionConflict extends Error {}

export interface PetitionStore {
  load(id: string): Promise<Petition | undefined>
  loadRecord(id: string): Promise<PetitionRecord | undefined>
  /**
   * Saves a new petition with the author's address and a fresh petition key.
   * @throws VersionConflict when the id is taken
   */
  create(change: Change, authorEmail: string, petitionKey: Uint8Array): Promise<void>
  /**
   * Saves on the condition that the stored version is `expectedVersion`.
   * @throws VersionConflict otherwise
   */
  save(change: Change, expectedVersion: number): Promise<void>
  /** Undefined also when it is erased with the names. */
  authorEmail(id: string): Promise<string | undefined>
  /** The key behind person keys (nullifiers); never changes while it exists, and goes with the names. */
  petitionKey(id: string): Promise<Uint8Array | undefined>
  /** Published petitions, newest first. */
  published(filter: PetitionFilter): Promise<Page<Petition>>
  /** All petitions of a community, for its desk, newest first. */
  ofCommunity(communityId: string): Promise<readonly Petition[]>
  /** Petitions of whom the clock asks something at or before `now`, earliest first. */
  due(now: Instant, limit: number): Promise<readonly Petition[]>
  /** Petitions whose names are to be erased at or before `now`, earliest first; never one that is `due`, too. */
  dueForErasure(now: Instant, limit: number): Promise<readonly Petition[]>
}
