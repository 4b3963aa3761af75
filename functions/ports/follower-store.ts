import type { Instant } from '../../shared/calendar/day'

/** Somebody who asked to be told how a petition fares; the address is sealed, the store cannot read it. */
export interface Follower {
  /** Keyed hash of petition and address: one person follows a petition once. */
  readonly key: string
  readonly sealed: string
  /** Since when; what happened before is no news to them. */
  readonly since: Instant
  /** Ids of the notices they have. */
  readonly told: ReadonlySet<string>
}

/** Who follows a petition. Reads are strongly consistent and pass over what has expired at `now`. */
export interface FollowerStore {
  /** Begins to follow, or keeps the newer address; who followed before goes on as they were. */
  put(
    petitionId: string,
    follower: Pick<Follower, 'key' | 'sealed' | 'since'>,
    expiresAt: Instant,
  ): Promise<void>
  /** No longer follows; deleting what is not there is no error. */
  delete(petitionId: string, key: string): Promise<void>
  get(petitionId: string, key: string, now: Instant): Promise<Follower | undefined>
  /** At most `limit` followers behind `after`, in the order of their keys; `next` where there may be more. */
  page(
    petitionId: string,
    after: string | undefined,
    limit: number,
    now: Instant,
  ): Promise<{ readonly items: readonly Follower[]; readonly next?: string }>
  /** Marks that they have the notice; who no longer follows is left alone. @returns false when marked before */
  told(petitionId: string, key: string, noticeId: string): Promise<boolean>
}
