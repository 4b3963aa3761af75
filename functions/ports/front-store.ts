import type { FrontChange } from '../../shared/community/front'

/** What hosts show of themselves, with every change of it. */
export interface FrontStore {
  /**
   * Saves a front and its change in one step.
   * @returns false where somebody else has saved the version before it meanwhile; nothing is written then
   */
  save(hostId: string, change: FrontChange): Promise<boolean>
  /** Newest first. */
  changes(hostId: string, limit: number): Promise<readonly FrontChange[]>
}
