import type { Instant } from '../calendar/day'
import type { Action } from './access'
import { type BrowserFamily, browserOf } from './browser'
import type { Resource } from './may-do'
import type { Role, Scope, StaffMember } from './staff-member'

/**
 * How an act ended: done; `shown`, where a form was previewed or came back and nothing was written; refused with a
 * code; failed, where the fault was the server's.
 */
export const OUTCOMES = ['done', 'shown', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The family of a browser; `none` for a program that names none. */
export type Client = BrowserFamily | 'none'

/** One line of the trail of what staff do. Written once, never changed; it says what was done, not with which words. */
export interface AuditEntry {
  readonly at: Instant
  /** Id of the request, as its answer carries it. */
  readonly request: string
  /** Id of the member. */
  readonly who: string
  /** In which role; absent where they have none for it. */
  readonly role?: Role
  readonly action: Action
  /** `petition:<id>`, `community:<id>`, `host:<id>`, `installation` or `self`. */
  readonly resource: string
  readonly outcome: Outcome
  /** Stable code of a refusal. */
  readonly code?: string
  readonly from: {
    /** Keyed hash of the network: the same network has the same one, and nothing can be read from it. */
    readonly network: string
    readonly browser: Client
  }
}

/**
 * What leaves a line like an act though a browser only reads: personal data in bulk, the trail itself taken away, and
 * the way back from a council's provider.
 */
const RECORDED_READS: readonly Action[] = ['read-dossier', 'export-audit', 'sign-in']

/** Whether a request leaves a line: every act, reading of personal data, and every refusal. */
export function isRecorded(method: string, action: Action, outcome: Outcome): boolean {
  const reads = method === 'GET' || method === 'HEAD'
  return !reads || outcome === 'refused' || RECORDED_READS.includes(action)
}

/** How an answer ended an act. @param page whether it is a form of the desk, which is done when it leads on */
export function outcomeOf(status: number, method: string, page: boolean): Outcome {
  if (status >= 500) return 'failed'
  if (status >= 400) return 'refused'
  const form = page && method === 'POST'
  return form && status === 200 ? 'shown' : 'done'
}

/** Whose trail a line belongs to: that of the council, host or installation it is about, else the member's own. */
export function trailOf(resource: Resource, member: Pick<StaffMember, 'grants'>): Scope {
  if (resource.kind === 'petition') return `community:${resource.communityId}`
  if (resource.kind === 'installation') return '*'
  if (resource.kind === 'self') return member.grants[0]?.scope ?? '*'
  return `${resource.kind}:${resource.id}`
}

/** A resource as a line names it. */
export function resourceName(resource: Resource): string {
  return 'id' in resource ? `${resource.kind}:${resource.id}` : resource.kind
}

export function clientOf(userAgent: string | undefined): Client {
  return userAgent ? browserOf(userAgent).browser : 'none'
}
