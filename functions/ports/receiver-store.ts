import type { Instant } from '../../shared/calendar/day'
import type { OfficeEntry } from '../../shared/staff/office-entry'
import type { Place } from '../../shared/systems/place'
import type { Receiver } from '../../shared/systems/receiver'

/** Receivers of news; what people change about them comes with its line in the office's register. */
export interface ReceiverStore {
  find(id: string): Promise<Receiver | undefined>
  /** Of every place; removed ones not. */
  all(): Promise<readonly Receiver[]>
  /** Newest first; removed ones not. */
  of(place: Place): Promise<readonly Receiver[]>
  /**
   * Saves a receiver of the next version.
   * @throws DomainError `conflict` where another of that version was saved meanwhile; nothing is written
   */
  save(receiver: Receiver, entry: OfficeEntry): Promise<void>
  /** Nothing got through. @returns since when that is so; undefined where it was removed */
  failing(id: string, at: Instant): Promise<Instant | undefined>
  /** Something got through. */
  succeeded(id: string): Promise<void>
}
