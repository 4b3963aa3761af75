import type { CalendarSettings } from '../../shared/calendar/working-calendar'
import type { Community, Host } from '../../shared/community/settings'

/** Communities, hosts and the working calendar in force. */
export interface CommunityStore {
  community(id: string): Promise<Community | undefined>
  communities(): Promise<readonly Community[]>
  host(id: string): Promise<Host | undefined>
  hosts(): Promise<readonly Host[]>
  putCommunity(community: Community): Promise<void>
  putHost(host: Host): Promise<void>
  /** The next registration number of a community; a number may be skipped, never given twice. */
  nextNumber(communityId: string): Promise<number>
  /** What an operator saved, else the dated data of `shared/calendar/ukraine.ts`. */
  calendar(): Promise<CalendarSettings>
  putCalendar(calendar: CalendarSettings): Promise<void>
}
