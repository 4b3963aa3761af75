import type { Petition } from '../../shared/petition/petition'
import type { StoredNotice } from './petition-store'

/** What of a petition a list at the desk shows. */
export type DeskCase = Pick<
  Petition,
  'id' | 'number' | 'title' | 'status' | 'communityId' | 'host' | 'submittedAt' | 'decision' | 'announcement'
>

export interface FoundCases {
  readonly cases: readonly DeskCase[]
  /** Whether there are more than these. */
  readonly more: boolean
}

/** Lists of the desk over a community's petitions. Each reads what it shows and little more. */
export interface DeskStore {
  /** Petitions of which somebody owes something, what is due first on top; at most `limit`. */
  owed(communityId: string, limit: number): Promise<readonly Petition[]>
  /** The newest petitions, published or not. */
  recent(communityId: string, limit: number): Promise<readonly DeskCase[]>
  /** Petitions whose number is `query` or whose title holds its words, the newest first. */
  search(communityId: string, query: string, limit: number): Promise<FoundCases>
  /** Notices that have not gone out, the newest first; at most `limit`. */
  undelivered(
    communityId: string,
    limit: number,
  ): Promise<readonly { readonly petitionId: string; readonly notice: StoredNotice }[]>
}
