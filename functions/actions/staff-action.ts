import type { StaffActionBody, StaffStep } from '../../shared/http/staff-actions'
import type { Command } from '../../shared/petition/commands'
import type { Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import type { By } from '../../shared/procedure/event'
import type { Action } from '../../shared/staff/access'
import { petitionAsResource, roleFor } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import { type CommandDeps, runCommand } from './run-command'

export interface StaffActionDeps extends CommandDeps {
  readonly publicUrl: string
}

/**
 * A staff member's step with a petition.
 * @param mayStill as `runCommand` asks it
 * @throws DomainError `petition-not-found`, `forbidden` for the wrong role, community or host, and what `decide` throws
 */
export async function performAction<A extends StaffStep>(
  deps: StaffActionDeps,
  member: StaffMember,
  petitionId: string,
  action: A,
  body: StaffActionBody<A>,
  mayStill?: (petition: Petition) => Promise<void>,
): Promise<Petition> {
  const petition = await deps.petitions.load(petitionId)
  if (!petition) throw new DomainError('petition-not-found')
  const by = actorOf(member, petition, action)
  return runCommand(deps, petitionId, await commandOf(deps, petition, action, body, by), mayStill)
}

/** The member in the role that lets them do it. @throws DomainError `forbidden` */
export function actorOf(member: StaffMember, petition: Petition, action: Action): By {
  const role = roleFor(member, action, petitionAsResource(petition))
  if (!role) throw new DomainError('forbidden')
  return { role, staffId: member.id }
}

/** The command that an action is. */
export async function commandOf<A extends StaffStep>(
  deps: StaffActionDeps,
  petition: Petition,
  action: A,
  body: StaffActionBody<A>,
  by: By,
): Promise<Command> {
  if (action !== 'publish') return { type: action, by, ...body } as Command
  const community = await deps.communities.community(petition.communityId)
  if (!community) throw new DomainError('community-not-found')
  const logOrigin = `${new URL(deps.publicUrl).host}/log/${petition.id}`
  return { type: 'publish', by, settings: community.settings, logOrigin }
}
