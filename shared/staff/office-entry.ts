import type { Day, Instant } from '../calendar/day'
import type { SettingChange } from '../community/setting-changes'
import type { Role } from './staff-member'

/** What happened to the people or the settings of a council or host. */
export type OfficeAct =
  | {
      readonly kind: 'granted' | 'revoked'
      readonly role: Role
      readonly member: { readonly id: string; readonly name: string }
    }
  | {
      readonly kind: 'settings-changed' | 'settings-scheduled' | 'settings-applied' | 'schedule-cancelled'
      /** Kyiv day from which the settings are in force. */
      readonly from: Day
      readonly changes: readonly SettingChange[]
    }

/** One line of the office's register: who did what, and when. Seen at the desk alone; never changed or removed. */
export type OfficeEntry = OfficeAct & {
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string }
}
