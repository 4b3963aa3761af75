import type { EventView, NoticeView } from '../../../shared/petition/view'
import type { DeliveryFailure, DeliveryStep } from '../../../shared/procedure/notice'
import type { DraftStage } from '../../../shared/staff/next-step'
import type { QueueTask } from '../../../shared/staff/queue'

/** One act as the desk tells it: what, when, by whom. */
export interface DeskAct {
  readonly type: EventView['type']
  readonly at: string
  readonly role: string
  /** Known where it was a member of staff who still is one. */
  readonly name?: string | undefined
}

/** A notice with all of its evidence, as only the desk shows it. */
export interface DeskNotice extends NoticeView {
  readonly steps: readonly {
    readonly what: DeliveryStep['what']
    readonly at: string
    readonly reason?: DeliveryFailure | undefined
    readonly name?: string | undefined
  }[]
  /** Why the last attempt failed, where it did. */
  readonly failure?: DeliveryFailure | undefined
  /** Where it goes; an author's address is shown only in part. */
  readonly addresses?: readonly string[]
  readonly mayResend: boolean
}

/** What the desk adds to the public view of a petition. */
export interface CaseView {
  /** `seq` of the last event; each form carries it, so that what others do meanwhile is noticed. */
  readonly seq: number
  /** What has to be done next, by the member if there is such a thing. */
  readonly next?: Omit<QueueTask<unknown>, 'petition'> & { readonly mine: boolean }
  /** Names of others who have it open. */
  readonly present: readonly string[]
  /** Names of staff by the `seq` of the event that they caused. */
  readonly people: Readonly<Record<number, string>>
  readonly draft: DraftStage
  /** Whether the member may see and write the draft of the answer. */
  readonly mayDraft: boolean
  /** Whether the public page is there yet: it follows publication by a moment. */
  readonly page: 'none' | 'soon' | 'there'
  readonly notices: readonly DeskNotice[]
  /** What is known of unusual signatures; absent for who may not see it and where there are none to look at. */
  readonly anomalies?: { readonly alarming: boolean; readonly found: number; readonly signatures: number }
}
