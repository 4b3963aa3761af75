import type { Notice, NoticeRule } from '../procedure/notice'
import type { EventType } from './events'

export type NoticeKind =
  | 'moderation-due'
  | 'submitted'
  | 'published'
  | 'refused'
  | 'threshold-reached'
  | 'dossier'
  | 'collection-ended'
  | 'appeal-registered'
  | 'appeal-answered'
  | 'transferred'
  | 'consideration-begun'
  | 'draft-ordered'
  | 'extended'
  | 'decided'
  | 'announced'
  | 'answered'
  | 'fell-below'
  | 'count-restored'
  | 'consideration-kept'
  | 'collection-resumed'
  | 'withdrawn'
  | 'reminder'
  | 'strict-passed'
  | 'overdue'

export type PetitionNotice = Notice<NoticeKind>

/** Who is told of what. Reminders and overdue notices follow from the obligation instead: `tick.ts`. */
export const NOTICES: readonly NoticeRule<EventType, NoticeKind>[] = [
  { on: 'submitted', kind: 'moderation-due', to: ['moderator'], rule: 'R2' },
  { on: 'submitted', kind: 'submitted', to: ['author'], rule: 'R2' },
  { on: 'published', kind: 'published', to: ['author'], rule: 'R4' },
  { on: 'refused', kind: 'refused', to: ['author'], rule: 'R3' },
  { on: 'threshold-reached', kind: 'threshold-reached', to: ['author', 'council'], rule: 'R7' },
  { on: 'threshold-reached', kind: 'threshold-reached', to: ['ngo'], rule: 'R9', onlyIf: 'ngo-host' },
  { on: 'threshold-reached', kind: 'dossier', to: ['council'], rule: 'R9', onlyIf: 'ngo-host' },
  { on: 'collection-ended', kind: 'collection-ended', to: ['author', 'council'], rule: 'R8' },
  { on: 'appeal-registered', kind: 'appeal-registered', to: ['author'], rule: 'R8' },
  { on: 'appeal-answered', kind: 'appeal-answered', to: ['author'], rule: 'R8' },
  { on: 'transferred', kind: 'transferred', to: ['author', 'secretary'], rule: 'R12' },
  {
    on: 'consideration-begun',
    kind: 'consideration-begun',
    to: ['author'],
    rule: 'R10',
    onlyIf: 'council-host',
  },
  {
    on: 'consideration-begun',
    kind: 'consideration-begun',
    to: ['author', 'ngo'],
    rule: 'R11',
    onlyIf: 'ngo-host',
  },
  { on: 'draft-ordered', kind: 'draft-ordered', to: ['secretary'], rule: 'R14' },
  { on: 'extended', kind: 'extended', to: ['author'], rule: 'R16' },
  { on: 'decided', kind: 'decided', to: ['head'], rule: 'R17' },
  { on: 'announced', kind: 'announced', to: ['author'], rule: 'R17' },
  { on: 'answered', kind: 'answered', to: ['author'], rule: 'R18' },
  { on: 'answered', kind: 'answered', to: ['ngo'], rule: 'R18', onlyIf: 'ngo-host' },
  { on: 'fell-below', kind: 'fell-below', to: ['secretary', 'head', 'author'], rule: 'R7' },
  { on: 'count-restored', kind: 'count-restored', to: ['secretary', 'head', 'author'], rule: 'R7' },
  { on: 'consideration-kept', kind: 'consideration-kept', to: ['author'], rule: 'R7' },
  { on: 'collection-resumed', kind: 'collection-resumed', to: ['author', 'council'], rule: 'R7' },
  { on: 'collection-resumed', kind: 'collection-resumed', to: ['ngo'], rule: 'R7', onlyIf: 'ngo-host' },
  { on: 'withdrawn', kind: 'withdrawn', to: ['council'] },
]
