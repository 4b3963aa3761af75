import type { StaffAction } from '../http/staff-actions'
import type { EventType } from '../petition/events'
import { NOTICES } from '../petition/notices'
import type { Petition } from '../petition/petition'
import { type PetitionRule, ruleOf } from '../petition/rules'
import { rolesOf } from './access'
import type { Role } from './staff-member'

/** The event that an action brings, and the rule behind it. */
const BEHIND: Readonly<Record<StaffAction, { readonly event?: EventType; readonly rule: string }>> = {
  publish: { event: 'published', rule: 'R2' },
  reject: { event: 'refused', rule: 'R3' },
  transfer: { event: 'transferred', rule: 'R12' },
  'begin-consideration': { event: 'consideration-begun', rule: 'R10' },
  'order-draft': { event: 'draft-ordered', rule: 'R14' },
  extend: { event: 'extended', rule: 'R16' },
  decide: { event: 'decided', rule: 'R13' },
  announce: { event: 'announced', rule: 'R17' },
  answer: { event: 'answered', rule: 'R18' },
  'register-appeal': { event: 'appeal-registered', rule: 'R8' },
  'answer-appeal': { event: 'appeal-answered', rule: 'R8' },
  annul: { rule: 'R6' },
  'keep-consideration': { event: 'consideration-kept', rule: 'R7' },
  'resume-collection': { event: 'collection-resumed', rule: 'R7' },
}

/** What a form of the desk says of its action before anybody presses: the article, who may, who gets a mail. */
export interface ActionFacts {
  readonly rule: PetitionRule
  readonly roles: readonly Role[]
  /** Roles of those to whom a notice goes out. */
  readonly mails: readonly string[]
}

export function actionFacts(action: StaffAction, host: Pick<Petition['host'], 'kind'>): ActionFacts {
  const { event, rule } = BEHIND[action]
  const fact = host.kind === 'ngo' ? 'ngo-host' : 'council-host'
  const mails = NOTICES.filter((row) => row.on === event && (!row.onlyIf || row.onlyIf === fact))
  return {
    rule: ruleOf(action === 'begin-consideration' && host.kind === 'ngo' ? 'R11' : rule),
    roles: rolesOf(action),
    mails: [...new Set(mails.flatMap(({ to }) => to))],
  }
}
