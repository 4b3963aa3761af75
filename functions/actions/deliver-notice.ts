import { instantOf } from '../../shared/calendar/day'
import { renderNotice } from '../../web/mail/notice'
import type { Clock } from '../ports/clock'
import type { Mailer } from '../ports/mailer'
import type { NoticeStore } from '../ports/notice-store'
import type { StoredNotice } from '../ports/petition-store'
import { authorToken } from '../signing/author-link'
import type { LinkTokens } from '../signing/link-token'
import { failureOf, NobodyToReceive } from './delivery-failure'
import { type RecipientDeps, recipientsOf } from './recipients'
import { type CommandDeps, runCommand } from './run-command'
import { type ViewDeps, viewPetition } from './view-petition'

export interface DeliverDeps extends RecipientDeps, CommandDeps {
  readonly clock: Clock
  readonly petitions: CommandDeps['petitions'] & ViewDeps['petitions'] & RecipientDeps['petitions']
  readonly notices: NoticeStore
  readonly mailer: Mailer
  readonly tokens: LinkTokens
  readonly publicUrl: string
}

/** How long one deliverer holds a notice; longer than a function may run. */
const LEASE_MS = 55_000

/**
 * Delivers one notice of the outbox: at least once, and only once as far as mail allows. Every attempt carries
 * the same Message-ID, so that a mailbox which got it before a crash drops the repeat.
 * @param lastAttempt after this one the queue gives up: the notice then shows as failed
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverNotice(
  deps: DeliverDeps,
  petitionId: string,
  noticeId: string,
  lastAttempt: boolean,
): Promise<void> {
  const now = deps.clock.now()
  const claim = await deps.notices.claim(petitionId, noticeId, now, instantOf(Date.parse(now) + LEASE_MS))
  if (claim.state === 'held') throw new Error('notice is being delivered elsewhere')
  if (claim.state === 'sent') return afterSending(deps, petitionId, claim.notice)
  let messageId: string
  try {
    messageId = await send(deps, petitionId, claim.notice)
  } catch (error) {
    const { status } = claim.notice
    await deps.notices.failed(petitionId, noticeId, {
      at: deps.clock.now(),
      status: status === 'sent' || !lastAttempt ? status : 'failed',
      reason: failureOf(error),
      final: lastAttempt,
    })
    throw error
  }
  await deps.notices.sent(petitionId, noticeId, messageId, deps.clock.now())
  await afterSending(deps, petitionId, { ...claim.notice, messageId })
}

async function send(deps: DeliverDeps, petitionId: string, notice: StoredNotice): Promise<string> {
  const { record, view } = await viewPetition(deps, petitionId)
  const to = await recipientsOf(deps, record.petition, notice.to)
  if (to.length === 0) throw new NobodyToReceive(`nobody to receive ${notice.kind} as ${notice.to}`)
  const author = { petitionId, email: to[0]! }
  const ownPage =
    notice.to === 'author' ? await authorToken(deps.tokens, author, deps.clock.now()) : undefined
  const mail = renderNotice({
    ...(ownPage !== undefined && { authorToken: ownPage }),
    ...notice,
    petition: view,
    host: record.petition.host,
    publicUrl: deps.publicUrl,
    now: deps.clock.now(),
  })
  const domain = new URL(deps.publicUrl).hostname
  const { messageId } = await deps.mailer.send({
    ...mail,
    to,
    messageId: `<${petitionId}.${notice.id}@${domain}>`,
  })
  return messageId
}

/** R9: once the NGO's data is with the council, its duty is met and the council's terms begin. */
async function afterSending(deps: DeliverDeps, petitionId: string, notice: StoredNotice): Promise<void> {
  if (notice.kind !== 'dossier') return
  await runCommand(deps, petitionId, { type: 'dispatch', messageId: notice.messageId ?? notice.id })
}
