import { type Instant, instantOf } from '../../shared/calendar/day'
import { isUpdateKind } from '../../shared/petition/updates'
import { DomainError } from '../../shared/problem'
import { href, paths, withToken } from '../../web/addresses'
import { renderUpdate } from '../../web/mail/update'
import { chunksOf } from '../in-parallel'
import type { Clock } from '../ports/clock'
import type { Follower, FollowerStore } from '../ports/follower-store'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Mailer } from '../ports/mailer'
import type { Metrics } from '../ports/metrics'
import type { NoticeStore } from '../ports/notice-store'
import type { PetitionRecord, StoredNotice } from '../ports/petition-store'
import type { Queue } from '../ports/queue'
import { type FollowerAddress, openFollower } from '../signing/follower'
import type { LinkTokens } from '../signing/link-token'
import { failureOf } from './delivery-failure'
import { type ViewDeps, viewPetition } from './view-petition'

export interface DeliverUpdatesDeps extends ViewDeps {
  readonly clock: Clock
  readonly followers: FollowerStore
  readonly notices: NoticeStore
  readonly keys: KeyRing
  readonly tokens: LinkTokens
  readonly mailer: Mailer
  readonly mailQueue: Queue<MailMessage>
  readonly metrics: Metrics
  readonly publicUrl: string
}

/** Somebody else is at this stretch of the round; the queue tries again, in case they do not live to end it. */
export class RoundHeld extends Error {
  override readonly name = 'RoundHeld'
}

/** Followers of one stretch of a round. */
const STRETCH = 100
/** Mails under way at once: a round leaves most of the mail system to those who wait for a link to sign. */
const AT_ONCE = 2
/** Milliseconds after which a stretch takes no more followers; the function may run 50 seconds. */
const STRETCH_MS = 20_000
/** How long one worker holds a round; longer than the function may run. */
const LEASE_MS = 55_000

/**
 * Tells a petition's followers of one step: a stretch of them, then the queue is rung for the next. How far the round
 * has come stands with the notice, and with each follower what they have; so a round may be killed, repeated or run
 * twice, and everybody gets one mail, as far as mail allows: every attempt carries the same Message-ID.
 * @param lastAttempt after this one the queue gives up: the notice then shows as failed
 * @throws RoundHeld, or the mailer's error where nobody could be reached, so that the queue tries again
 */
export async function deliverUpdates(
  deps: DeliverUpdatesDeps,
  petitionId: string,
  noticeId: string,
  lastAttempt: boolean,
): Promise<void> {
  const now = deps.clock.now()
  const until = instantOf(Date.parse(now) + LEASE_MS)
  const claim = await deps.notices.claim(petitionId, noticeId, now, until)
  if (claim.state === 'sent') return
  if (claim.state === 'held') {
    if (lastAttempt) return
    throw new RoundHeld(`the round of ${noticeId} is under way`)
  }
  try {
    await goOn(deps, petitionId, claim.notice)
  } catch (error) {
    const { status } = claim.notice
    await deps.notices.failed(petitionId, noticeId, {
      at: deps.clock.now(),
      status: status === 'sent' || !lastAttempt ? status : 'failed',
      reason: failureOf(error),
      final: lastAttempt,
    })
    if (lastAttempt) deps.metrics.count('UpdateFailures', 1, { petitionId, notice: noticeId })
    throw error
  }
}

async function goOn(deps: DeliverUpdatesDeps, petitionId: string, notice: StoredNotice): Promise<void> {
  const { items, next } = await deps.followers.page(petitionId, notice.after, STRETCH, deps.clock.now())
  const stretch = await tellAll(deps, petitionId, notice, items)
  const { told, missed, last } = stretch
  await deps.mailQueue.send(
    missed.map((follower) => ({ type: 'update', petitionId, noticeId: notice.id, follower })),
  )
  const after = stretch.cutShort ? last : next
  await deps.notices.progressed(petitionId, notice, {
    told,
    untold: missed.length,
    ...(after === undefined ? { doneAt: deps.clock.now() } : { after }),
  })
  if (after !== undefined) await deps.mailQueue.send([{ type: 'notice', petitionId, noticeId: notice.id }])
}

interface Stretch {
  /** Followers who have the mail, from this attempt or one before. */
  readonly told: number
  /** Keys of those to whom it could not be sent. */
  readonly missed: readonly string[]
  readonly last: string | undefined
  /** Time ran out before the last of them. */
  readonly cutShort: boolean
}

/** @throws the mailer's error where not one mail could be sent */
async function tellAll(
  deps: DeliverUpdatesDeps,
  petitionId: string,
  notice: StoredNotice,
  followers: readonly Follower[],
): Promise<Stretch> {
  const waiting = followers.filter(({ since }) => since <= notice.createdAt)
  const missed: string[] = []
  let told = 0
  let last = followers.at(-1)?.key
  let cutShort = false
  let failure: unknown
  const began = performance.now()
  const record = waiting.length > 0 ? await viewPetition(deps, petitionId) : undefined
  for (const pair of chunksOf(waiting, AT_ONCE)) {
    const outcomes = await Promise.allSettled(pair.map((follower) => tell(deps, record!, notice, follower)))
    outcomes.forEach((outcome, at) => {
      if (outcome.status === 'fulfilled') {
        if (outcome.value) told++
      } else {
        failure = outcome.reason
        missed.push(pair[at]!.key)
      }
    })
    cutShort = performance.now() - began > STRETCH_MS && pair.at(-1) !== waiting.at(-1)
    if (cutShort) {
      last = pair.at(-1)!.key
      break
    }
  }
  if (missed.length > 0 && told === 0) throw failure
  return { told, missed, last, cutShort }
}

/**
 * Tells one follower whom the round has missed.
 * @param lastAttempt after this one the queue gives up on them
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverUpdate(
  deps: DeliverUpdatesDeps,
  message: Extract<MailMessage, { type: 'update' }>,
  lastAttempt: boolean,
): Promise<void> {
  const { petitionId, noticeId, follower: key } = message
  const follower = await deps.followers.get(petitionId, key, deps.clock.now())
  const found = await viewPetition(deps, petitionId)
  const notice = found.record.notices.find(({ id }) => id === noticeId)
  if (!follower || !notice || follower.told.has(noticeId)) return
  try {
    await send(deps, found, notice, follower)
  } catch (error) {
    if (lastAttempt) deps.metrics.count('UpdateFailures', 1, { petitionId, notice: noticeId })
    throw error
  }
  if (await deps.followers.told(petitionId, key, noticeId)) await deps.notices.caughtUp(petitionId, noticeId)
}

type Found = Awaited<ReturnType<typeof viewPetition>>

/** @returns whether they have the mail; not those who have opted out since the stretch was read */
async function tell(
  deps: DeliverUpdatesDeps,
  found: Found,
  notice: StoredNotice,
  follower: Follower,
): Promise<boolean> {
  if (follower.told.has(notice.id)) return true
  if (!(await deps.followers.get(found.view.id, follower.key, deps.clock.now()))) return false
  await send(deps, found, notice, follower)
  await deps.followers.told(found.view.id, follower.key, notice.id)
  return true
}

async function send(
  deps: DeliverUpdatesDeps,
  { record, view }: Found,
  notice: StoredNotice,
  { key, sealed }: Follower,
): Promise<void> {
  if (!isUpdateKind(notice.kind)) throw new Error(`${notice.kind} is no news for followers`)
  const address = await openFollower(deps.keys, sealed, { petitionId: view.id, key })
  const optOut = await optOutAddress(deps, record, address)
  const { publicUrl } = deps
  const mail = renderUpdate({
    kind: notice.kind,
    locale: address.locale,
    data: notice.data,
    petition: view,
    optOut,
    publicUrl,
  })
  await deps.mailer.send({
    ...mail,
    to: [address.email],
    messageId: `<${view.id}.${notice.id}.${key}@${new URL(publicUrl).hostname}>`,
    headers: {
      // RFC 8058: mail programs show a button that sends a POST there, without opening anything.
      'List-Unsubscribe': `<${optOut}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  })
}

/** Works as long as addresses of the petition are kept. */
async function optOutAddress(
  deps: DeliverUpdatesDeps,
  { petition }: PetitionRecord,
  { petitionId, email, locale }: FollowerAddress,
): Promise<string> {
  const end: Instant | undefined = petition.keepUntil
  if (end === undefined) throw new DomainError('petition-not-open')
  const link = { purpose: 'updates', petitionId, email, locale } as const
  const token = await deps.tokens.seal(link, deps.clock.now(), end)
  return deps.publicUrl + withToken(href(locale, paths.updates), token)
}
