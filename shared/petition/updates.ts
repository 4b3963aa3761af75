import type { NoticeRule } from '../procedure/notice'
import type { EventType } from './events'
import type { NoticeKind } from './notices'

/** The role of all who asked to be told by mail how a petition fares. */
export const FOLLOWERS = 'followers'

/** What followers are told of: steps that change what they can expect, and nothing between. No rule demands it. */
export const UPDATES = [
  'threshold-reached',
  'consideration-begun',
  'extended',
  'announced',
  'answered',
  'collection-ended',
  'appeal-answered',
  'collection-resumed',
  'withdrawn',
] as const satisfies readonly (EventType & NoticeKind)[]

export type UpdateKind = (typeof UPDATES)[number]

/** One notice to all followers for each such step. */
export const UPDATE_RULES: readonly NoticeRule<EventType, NoticeKind>[] = UPDATES.map((kind) => ({
  on: kind,
  kind,
  to: [FOLLOWERS],
}))

/** Whether a notice goes to followers, by its kind. */
export function isUpdateKind(kind: string): kind is UpdateKind {
  return (UPDATES as readonly string[]).includes(kind)
}
