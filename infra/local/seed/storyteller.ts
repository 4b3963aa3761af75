import { confirmSignature } from '../../../functions/actions/confirm-signature'
import { reconcileSignatures } from '../../../functions/actions/reconcile-signatures'
import { createPetition, runCommand } from '../../../functions/actions/run-command'
import { performAction } from '../../../functions/actions/staff-action'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { staffTable } from '../../../functions/adapters/dynamodb/staff'
import { tableOf } from '../../../functions/composition'
import { sequencingOn } from '../../../functions/composition/sequence'
import { petitionCache } from '../../../functions/signing/petition-cache'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { addDays, atHour, dayOf, type Instant, instantOf } from '../../../shared/calendar/day'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import { previousWorkingDay } from '../../../shared/calendar/working-calendar'
import type { Community, Host } from '../../../shared/community/settings'
import type { StaffActionBody, StaffStep } from '../../../shared/http/staff-actions'
import type { Topic } from '../../../shared/petition/topic'
import { PETITION_ID_BYTES, petitionId } from '../../../shared/signing/petition-id'
import type { Role } from '../../../shared/staff/staff-member'
import type { Stack } from '../stack'
import { hero, heroEmail } from './people'

export interface Story {
  readonly community: Community
  readonly host: Host
  readonly title: string
  readonly text: string
  readonly topic?: Topic
  readonly author: number
  readonly wantsHearing?: boolean
}

/** Lets petitions have happened: the product's own actions, at times that have passed. */
export class Storyteller {
  private time: Instant
  private readonly stack: Stack
  private readonly deps

  constructor(stack: Stack) {
    this.stack = stack
    this.time = stack.platform.clock.now()
    const clock = { now: () => this.time }
    const table = tableOf(stack.platform, stack.environments.api)
    const communities = communityTable(table)
    const petitions = petitionTable(table, communities.calendar, petitionKeySeal(stack.platform.keys))
    const cache = petitionCache(petitions, () => performance.now())
    table.saves.listen((id) => cache.forget(id))
    const platform = { ...stack.platform, clock }
    this.deps = {
      ...platform,
      communities,
      petitions,
      staff: staffTable(table),
      signatures: signatureTable(table),
      cache,
      publicUrl: stack.url,
      sequencing: sequencingOn(platform, stack.environments.sequence),
    }
  }

  /** Ten in the morning, so many working days ago. */
  workingDaysAgo(count: number): Instant {
    let day = dayOf(this.stack.platform.clock.now())
    for (let n = 0; n < count; n++) day = previousWorkingDay(day, UKRAINE)
    return atHour(day, 10)
  }

  /** So many calendar days ago, at ten in the morning. */
  daysAgo(count: number): Instant {
    return atHour(addDays(dayOf(this.stack.platform.clock.now()), -count), 10)
  }

  async submit(story: Story, at: Instant): Promise<string> {
    this.time = at
    const { petition } = await createPetition(this.deps, {
      id: petitionId(this.deps.random.bytes(PETITION_ID_BYTES)),
      communityId: story.community.id,
      hostId: story.host.id,
      title: story.title,
      text: story.text,
      ...(story.topic && { topic: story.topic }),
      author: hero(story.author),
      email: heroEmail(story.author),
      wantsHearing: story.wantsHearing ?? false,
      locale: 'uk',
    })
    return petition.id
  }

  /** A step of staff at a time of the past. */
  async act<A extends StaffStep>(
    id: string,
    role: Role,
    action: A,
    body: StaffActionBody<A>,
    at: Instant,
  ): Promise<void> {
    this.time = at
    const petition = (await this.deps.petitions.load(id))!
    const scope = role === 'ngo-editor' ? `host:${petition.host.id}` : `community:${petition.communityId}`
    const [member] = await this.deps.staff.withRole(role, scope)
    await performAction(this.deps, member!, id, action, body)
  }

  /** `count` people sign, spread evenly after one instant, the last at the other, and are counted. */
  async sign(id: string, count: number, from: Instant, to: Instant): Promise<void> {
    const [start, end] = [Date.parse(from), Date.parse(to)]
    for (let n = 0; n < count; n++) {
      this.time = instantOf(start + Math.floor(((end - start) * (n + 1)) / count))
      await confirmSignature(this.deps, {
        purpose: 'sign',
        petitionId: id,
        person: hero(n),
        email: heroEmail(n),
        locale: 'uk',
      })
    }
    await reconcileSignatures(this.deps.sequencing, id)
  }

  /** R9 as it happens by itself: the NGO's data reaches the council when its mail is taken. */
  async dispatched(id: string, at: Instant): Promise<void> {
    this.time = at
    const record = (await this.deps.petitions.loadRecord(id))!
    const dossier = record.notices.find((notice) => notice.kind === 'dossier')!
    const messageId = `<${id}.${dossier.id}@${new URL(this.stack.url).hostname}>`
    await runCommand(this.deps, id, { type: 'dispatch', messageId })
  }

  async withdraw(id: string, at: Instant): Promise<void> {
    this.time = at
    await runCommand(this.deps, id, { type: 'withdraw', by: { role: 'author' } })
  }

  /** The term runs out below N (R8). */
  async runOut(id: string, count: number, at: Instant): Promise<void> {
    this.time = at
    await runCommand(this.deps, id, { type: 'end-collection', count })
  }
}
