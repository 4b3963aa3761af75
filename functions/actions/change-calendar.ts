import type { CalendarSettings } from '../../shared/calendar/working-calendar'
import { DomainError } from '../../shared/problem'
import { mayDo } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { PetitionStore } from '../ports/petition-store'
import { type CommandDeps, runCommand } from './run-command'

export interface ChangeCalendarDeps extends CommandDeps {
  readonly petitions: CommandDeps['petitions'] & Pick<PetitionStore, 'ofCommunity'>
}

/**
 * Puts another working calendar in force, as when martial law ends, and recounts what is still owed. Each petition
 * whose deadlines move says so in its journal. Repeating it with the same calendar changes nothing more, so a run
 * that stopped half way is finished by another.
 * @returns petitions whose deadlines moved
 * @throws DomainError `forbidden` to anybody but an operator of the whole installation
 */
export async function changeCalendar(
  deps: ChangeCalendarDeps,
  member: StaffMember,
  calendar: CalendarSettings,
): Promise<number> {
  if (!mayDo(member, 'change-calendar', { kind: 'installation' })) throw new DomainError('forbidden')
  await deps.communities.putCalendar(calendar)
  let moved = 0
  for (const community of await deps.communities.communities()) {
    for (const petition of await deps.petitions.ofCommunity(community.id)) {
      const by = { role: 'operator', staffId: member.id }
      const after = await runCommand(deps, petition.id, { type: 'recount', by })
      if (after.version !== petition.version) moved++
    }
  }
  return moved
}
