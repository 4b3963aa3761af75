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
  | {
      readonly kind: SystemAct
      /** A key or a receiver of an organisation's own systems. */
      readonly system: { readonly id: string; readonly name: string }
    }

/** What happened to the keys of systems and to the receivers of news. */
export type SystemAct =
  | 'key-made'
  | 'key-rotated'
  | 'key-revoked'
  | 'receiver-added'
  | 'receiver-changed'
  | 'receiver-rotated'
  | 'receiver-paused'
  | 'receiver-resumed'
  | 'receiver-removed'
  | 'receiver-restored'

/** One line of the office's register: who did what, and when. Seen at the desk alone; never changed or removed. */
export type OfficeEntry = OfficeAct & {
  readonly at: Instant
  readonly by: { readonly id: string; readonly name: string }
}
