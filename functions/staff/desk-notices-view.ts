import type { Petition } from '../../shared/petition/petition'
import { FOLLOWERS } from '../../shared/petition/updates'
import { mayDo, petitionAsResource } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { DeskNotice } from '../../web/components/desk/case-view'
import { type RecipientDeps, recipientsOf } from '../actions/recipients'
import type { StoredNotice } from '../ports/petition-store'
import { namesOf } from './names'

/** After this long a notice that still waits may be asked for again; the queue has given up by then. */
const WAITS_MS = 15 * 60_000

/** A petition's notices with the evidence of each attempt, as only the desk shows it. */
export async function deskNotices(
  deps: RecipientDeps,
  member: StaffMember,
  petition: Petition,
  notices: readonly StoredNotice[],
  now: string,
): Promise<DeskNotice[]> {
  const names = await namesOf(
    deps.staff,
    notices.flatMap(({ steps = [] }) => steps.map(({ by }) => by?.staffId)),
  )
  const mayResend = mayDo(member, 'resend-notice', petitionAsResource(petition))
  return Promise.all(
    notices.map(async (notice) => {
      const { steps = [], status } = notice
      const failure = steps.findLast(({ what }) => what === 'failed')?.reason
      const stuck = status === 'pending' && Date.parse(notice.createdAt) + WAITS_MS < Date.parse(now)
      return {
        id: notice.id,
        kind: notice.kind,
        to: notice.to,
        event: notice.event,
        status,
        createdAt: notice.createdAt,
        attempts: notice.attempts,
        ...(notice.rule !== undefined && { rule: notice.rule }),
        ...(notice.sentAt !== undefined && { sentAt: notice.sentAt }),
        ...(notice.messageId !== undefined && { messageId: notice.messageId }),
        steps: steps.map(({ what, at, reason, by }) => ({
          what,
          at,
          reason,
          name: by?.staffId === undefined ? undefined : names.get(by.staffId),
        })),
        failure,
        ...(status === 'failed' &&
          notice.to !== FOLLOWERS && { addresses: await addressesOf(deps, petition, notice.to) }),
        // A round of followers that is done is done: each of them has what they asked for.
        mayResend:
          mayResend &&
          !notice.resend &&
          (status === 'sent' ? notice.to !== FOLLOWERS : status === 'failed' || stuck),
      }
    }),
  )
}

async function addressesOf(deps: RecipientDeps, petition: Petition, role: string): Promise<string[]> {
  const addresses = await recipientsOf(deps, petition, role)
  return role === 'author' ? addresses.map(inPart) : addresses
}

/** `o…a@example.org`: enough to recognise one's author by, not enough to write down. */
function inPart(address: string): string {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, at)
  return `${local.slice(0, 1)}…${local.length > 2 ? local.slice(-1) : ''}${address.slice(at)}`
}
