import { dayOf } from '../../shared/calendar/day'
import { onOrAfterWorkingDay, workingDaysBetween } from '../../shared/calendar/working-calendar'
import type { StaffActionBody, StaffStep } from '../../shared/http/staff-actions'
import { change } from '../../shared/petition/change'
import { projectPetition } from '../../shared/petition/project'
import { DomainError } from '../../shared/problem'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { Foreseen } from '../../web/components/desk/foreseen-view'
import { renderNotice } from '../../web/mail/notice'
import { actorOf, commandOf } from '../actions/staff-action'
import type { StaffDeps } from './deps'

/**
 * What a step would bring, decided and rendered exactly as it will be, with nothing written: the petition
 * afterwards and each mail that would go out.
 * @throws DomainError as the step itself would
 */
export async function foresee<A extends StaffStep>(
  deps: StaffDeps,
  member: StaffMember,
  petitionId: string,
  action: A,
  body: StaffActionBody<A>,
): Promise<Foreseen> {
  const record = await deps.petitions.loadRecord(petitionId)
  if (!record) throw new DomainError('petition-not-found')
  const by = actorOf(member, record.petition, action)
  const [community, calendar] = await Promise.all([
    deps.communities.community(record.petition.communityId),
    deps.communities.calendar(),
  ])
  if (!community) throw new DomainError('community-not-found')
  const now = deps.clock.now()
  const command = await commandOf(deps, record.petition, action, body, by)
  const next = change(record.petition, command, now, calendar)
  if (!next) throw new DomainError('wrong-status')
  const { petition } = next
  const events = [...record.events, ...next.events]
  const after = projectPetition({ ...record, petition, events, notices: [], community, calendar, now })
  const mails = next.notices.map(({ kind, to, rule, data }) => ({
    to,
    ...renderNotice({
      ...{ kind, to, rule, data, petition: after, now },
      host: petition.host,
      publicUrl: deps.publicUrl,
    }),
  }))
  return { petition: after, mails }
}

/** A day as the calendar has it: where it is a day off, the working day on which the term ends instead. */
export async function calendarDay(deps: Pick<StaffDeps, 'communities' | 'clock'>, day: string) {
  const calendar = await deps.communities.calendar()
  const shifted = onOrAfterWorkingDay(day, calendar)
  const workingDays = workingDaysBetween(dayOf(deps.clock.now()), shifted, calendar)
  return { day: shifted, asked: day, workingDays }
}
