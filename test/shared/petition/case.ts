import { UKRAINE } from '../../../shared/calendar/ukraine'
import type { Community, Host } from '../../../shared/community/settings'
import type { AnnulmentGround } from '../../../shared/log/annulment'
import { change } from '../../../shared/petition/change'
import type { Command } from '../../../shared/petition/commands'
import type { PetitionEvent } from '../../../shared/petition/events'
import type { PetitionNotice } from '../../../shared/petition/notices'
import type { Petition } from '../../../shared/petition/petition'
import { type Submission, submit } from '../../../shared/petition/submission'
import { FOLLOWERS } from '../../../shared/petition/updates'
import { councilHost, ngoHost, testCommunity } from '../../support/communities'

export { councilHost, ngoHost, testCommunity as community }

const submission: Submission = {
  id: 'abcdefghjk',
  communityId: testCommunity.id,
  hostId: councilHost.id,
  title: 'Облаштувати пішохідний перехід біля школи № 7',
  text: 'Просимо облаштувати перехід.',
  author: { surname: 'Полтавка', givenName: 'Наталка' },
  email: 'natalka@example.org',
  wantsHearing: false,
  locale: 'uk',
}

/** A petition on its way through the statute: each step is a command at a Kyiv time. */
export class Case {
  petition: Petition
  readonly events: PetitionEvent[] = []
  readonly notices: PetitionNotice[] = []
  calendar = UKRAINE

  constructor(
    submittedAt: string,
    options: { host?: Host; wantsHearing?: boolean; community?: Community } = {},
  ) {
    const made = submit(
      { ...submission, wantsHearing: options.wantsHearing ?? false },
      { community: options.community ?? testCommunity, host: options.host ?? councilHost, number: 1 },
      submittedAt,
      this.calendar,
    )
    this.petition = made.petition
    this.events.push(...made.events)
    this.notices.push(...made.notices)
  }

  /** Runs a command; returns the types of the events that followed. */
  do(at: string, command: Command): string[] {
    const next = change(this.petition, command, at, this.calendar)
    if (!next) return []
    this.petition = next.petition
    this.events.push(...next.events)
    this.notices.push(...next.notices)
    return next.events.map((event) => event.type)
  }

  publish(at: string): this {
    this.do(at, {
      type: 'publish',
      by: by('moderator'),
      settings: this.petition.settings,
      logOrigin: 'x/log/1',
    })
    return this
  }

  /** The leaf `index` makes N. */
  reach(at: string, index = this.petition.settings.threshold - 1): this {
    this.do(at, { type: 'reach-threshold', count: this.petition.settings.threshold, at, index })
    return this
  }

  /** A batch of the log annuls one signature: its size and count afterwards. */
  annul(at: string, size: number, count: number, ground: AnnulmentGround = 'automated'): string[] {
    const annulled = [{ index: size - 1, target: 0, ground }]
    return this.do(at, { type: 'record-annulments', size, count, at, annulled })
  }

  begin(at: string): this {
    this.do(at, { type: 'begin-consideration', by: by('secretary') })
    return this
  }

  decide(at: string): this {
    this.do(at, { type: 'decide', by: by('secretary'), outcome: 'supported', text: 'Рішення № 5' })
    return this
  }

  announce(at: string): this {
    this.do(at, { type: 'announce', by: by('head') })
    return this
  }

  answer(at: string): this {
    this.do(at, { type: 'answer', by: by('secretary'), text: 'Перехід облаштують.', reasons: 'Кошти є.' })
    return this
  }

  obligation(rule: string) {
    return this.petition.obligations.findLast((one) => one.rule === rule)
  }

  /** Who is told by law or statute; followers are another matter. */
  told(kind: string): string[] {
    return this.notices
      .filter((notice) => notice.kind === kind && notice.to !== FOLLOWERS)
      .map((notice) => notice.to)
  }
}

export const by = (role: string) => ({ role, staffId: 'somebody' })

/** The end of a Kyiv summer (UTC+3) or winter (UTC+2) day. */
export const summerEnd = (day: string) => `${day}T20:59:59.999Z`
export const winterEnd = (day: string) => `${day}T21:59:59.999Z`
