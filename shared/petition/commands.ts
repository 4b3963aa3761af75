import type { Day, Instant } from '../calendar/day'
import type { StatuteSettings } from '../community/settings'
import type { AnnulledBatch } from '../log/annulment'
import type { By } from '../procedure/event'
import type { AppealTerm } from './events'
import type { GroundCode } from './grounds'
import type { Outcome } from './petition'

/** What people and the system may ask of a petition; `decide` says what follows. */
export type Command =
  /** `settings`: the community's settings in force now, frozen by this. */
  | { type: 'publish'; by: By; settings: StatuteSettings; logOrigin: string }
  | { type: 'reject'; by: By; ground: GroundCode; explanation: string }
  /** `at`: when the decisive signature was confirmed; `index`: its entry in the log. */
  | { type: 'reach-threshold'; count: number; at: Instant; index: number }
  /** A batch of the log annulled signatures; the same batch may come again. */
  | ({ type: 'record-annulments' } & AnnulledBatch)
  /** An annulment left fewer than N: the council's staff say whether consideration goes on. */
  | { type: 'keep-consideration'; by: By; reason: string }
  | { type: 'resume-collection'; by: By; reason: string }
  | { type: 'dispatch'; messageId: string }
  | { type: 'transfer'; by: By }
  | { type: 'begin-consideration'; by: By }
  | { type: 'order-draft'; by: By }
  | { type: 'extend'; by: By; dueOn: Day; reason: string; url?: string | undefined }
  | { type: 'decide'; by: By; outcome: Outcome; text: string }
  | { type: 'announce'; by: By; statement?: string | undefined }
  | { type: 'answer'; by: By; text: string; reasons: string }
  /** All that was confirmed before the end has been counted. */
  | { type: 'end-collection'; count: number }
  | {
      type: 'register-appeal'
      by: By
      registrationNumber: string
      term?: AppealTerm | undefined
      reason?: string | undefined
    }
  | { type: 'answer-appeal'; by: By; text: string }
  | { type: 'withdraw'; by: By }
  /** The log says of each of `number` signatures that its name is erased, and no name is left. */
  | { type: 'record-erasure'; number: number }
  /** The working calendar has changed. */
  | { type: 'recount'; by: By }
  /** Nothing but time has passed. */
  | { type: 'tick' }

export type CommandType = Command['type']
