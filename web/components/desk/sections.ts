import { rolesOf } from '../../../shared/staff/access'
import type { Grant, Role } from '../../../shared/staff/staff-member'
import { paths } from '../../addresses'
import type { Texts } from '../../texts'

/** A section of the desk in its navigation. */
export interface DeskSection {
  readonly path: string
  readonly label: (texts: Texts) => string
  /** Who finds something to do there; absent: everybody at the desk. */
  readonly roles?: readonly Role[]
}

/** The desk's navigation, in its order: a section of one's own is one line here. */
const SECTIONS: readonly DeskSection[] = [
  { path: paths.desk, label: ({ desk }) => desk.queue },
  {
    path: paths.deskPeople(),
    label: ({ office }) => office.people.section,
    roles: rolesOf('read-people'),
  },
  {
    path: paths.deskHosts,
    label: ({ hostDesk }) => hostDesk.section,
    roles: rolesOf('change-front'),
  },
  {
    path: paths.deskSystems(),
    label: ({ systems }) => systems.section,
    roles: rolesOf('manage-systems'),
  },
  {
    path: paths.deskSettings,
    label: ({ office }) => office.settings.section,
    roles: rolesOf('change-settings'),
  },
  { path: paths.deskAudit, label: ({ audit }) => audit.section, roles: rolesOf('read-audit') },
  { path: paths.deskNotices, label: ({ sending }) => sending.title },
  { path: paths.deskSecurity, label: ({ passkeys }) => passkeys.own.section },
  { path: paths.deskHelp, label: ({ deskHelp }) => deskHelp.menu },
]

/** The sections that somebody with these grants sees. */
export function sectionsFor(grants: readonly Grant[]): DeskSection[] {
  return SECTIONS.filter(({ roles }) => !roles || grants.some(({ role }) => roles.includes(role)))
}
