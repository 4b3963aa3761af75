import { type Day, weekdayOf } from '../../shared/calendar/day'
import { type Digest, type DigestPetition, renderDigest } from '../../web/mail/digest'
import type { AnomalyState, AnomalyStore } from '../ports/anomaly-store'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { DeskStore } from '../ports/desk-store'
import type { DigestStore } from '../ports/digest-store'
import type { Mailer } from '../ports/mailer'
import type { PetitionStore } from '../ports/petition-store'
import type { StaffStore } from '../ports/staff-store'
import { isAlarming } from './alarming'

export interface DeliverDigestDeps {
  readonly clock: Clock
  readonly communities: CommunityStore
  readonly petitions: Pick<PetitionStore, 'load'>
  readonly anomalies: Pick<AnomalyStore, 'all'>
  readonly desk: Pick<DeskStore, 'undelivered'>
  readonly digests: Pick<DigestStore, 'take' | 'done'>
  readonly staff: Pick<StaffStore, 'withRole'>
  readonly mailer: Mailer
  readonly publicUrl: string
}

const MONDAY = 1
const MOST_NOTICES = 100
const MOST_PETITIONS = 30

/**
 * Mails the operators, and nobody else, what asks for their eyes: petitions with an alarm, notices that failed. Where
 * there is nothing, only on Mondays, to say so. Once a day however often it is asked for; every attempt carries the same
 * Message-ID.
 * @param by the queue's message
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverDigest(deps: DeliverDigestDeps, day: Day, by: string): Promise<void> {
  if (!(await deps.digests.take(day, by))) return
  const operators = (await deps.staff.withRole('operator', '*')).map(({ email }) => email)
  const digest = await digestOf(deps, day)
  const silent = digest.petitions.length + digest.failed.length === 0 && weekdayOf(day) !== MONDAY
  if (operators.length > 0 && !silent) {
    const { publicUrl } = deps
    const messageId = `<digest-${day}@${new URL(publicUrl).hostname}>`
    await deps.mailer.send({ ...renderDigest(digest, publicUrl), to: [...new Set(operators)], messageId })
  }
  await deps.digests.done(day, deps.clock.now())
}

async function digestOf(deps: DeliverDigestDeps, day: Day): Promise<Digest> {
  const [states, communities] = await Promise.all([deps.anomalies.all(), deps.communities.communities()])
  const alarming = states.filter(isAlarming).sort((a, b) => alarmedIn(b) - alarmedIn(a))
  const petitions: DigestPetition[] = []
  for (const { petitionId, report } of alarming.slice(0, MOST_PETITIONS)) {
    const petition = await deps.petitions.load(petitionId)
    const community = communities.find(({ id }) => id === petition?.communityId)
    if (!petition || !community || !report) continue
    const { id, number, title } = petition
    petitions.push({ id, number, title, council: community.council, ...report })
  }
  const lists = await Promise.all(
    communities.map(async ({ id, council }) => {
      const notices = await deps.desk.undelivered(id, MOST_NOTICES)
      return { council, number: notices.filter(({ notice }) => notice.status === 'failed').length }
    }),
  )
  return {
    day,
    petitions,
    more: alarming.length - petitions.length,
    failed: lists.filter(({ number }) => number > 0),
  }
}

function alarmedIn({ report }: AnomalyState): number {
  return report?.inAlarms ?? 0
}
