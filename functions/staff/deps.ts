import type { Identity } from '../../shared/community/settings'
import type { AnnulDeps } from '../actions/annul-signatures'
import type { AnswerDraftDeps } from '../actions/answer-draft'
import type { FrontDeps } from '../actions/change-front'
import type { GrantDeps } from '../actions/grant-role'
import type { ManageKeysDeps } from '../actions/manage-keys'
import type { ManageReceiversDeps } from '../actions/manage-receivers'
import type { RecipientDeps } from '../actions/recipients'
import type { AnomalyDeps } from '../actions/report-anomalies'
import type { StaffActionDeps } from '../actions/staff-action'
import type { ViewDeps } from '../actions/view-petition'
import type { AnomalyStore } from '../ports/anomaly-store'
import type { AnswerDrafts } from '../ports/answer-drafts'
import type { AuditStore } from '../ports/audit-store'
import type { BundledFiles } from '../ports/bundled-files'
import type { CommunityStore } from '../ports/community-store'
import type { CouncilProvider } from '../ports/council-provider'
import type { KeptFormStore } from '../ports/kept-form-store'
import type { NoticeStore } from '../ports/notice-store'
import type { ObjectStore } from '../ports/object-store'
import type { PresenceStore } from '../ports/presence-store'
import type { StaffStore } from '../ports/staff-store'
import type { CaseloadDeps } from './caseload'
import type { QueueDeps } from './queue'
import type { SignInDeps } from './sign-in'

/** What the staff API and the desk need from outside. */
export interface StaffDeps
  extends SignInDeps,
    StaffActionDeps,
    Omit<QueueDeps, 'petitions' | 'anomalies'>,
    GrantDeps,
    Omit<FrontDeps, 'objects'>,
    ManageKeysDeps,
    ManageReceiversDeps,
    Omit<ViewDeps, 'petitions'>,
    Omit<AnswerDraftDeps, 'petitions'>,
    Omit<AnnulDeps, 'petitions'>,
    Omit<AnomalyDeps, 'petitions' | 'objects' | 'anomalies'> {
  readonly petitions: StaffActionDeps['petitions'] &
    ViewDeps['petitions'] &
    CaseloadDeps['petitions'] &
    RecipientDeps['petitions'] &
    AnomalyDeps['petitions']
  readonly anomalies: AnomalyStore
  readonly staff: StaffStore
  readonly drafts: AnswerDrafts
  readonly presences: PresenceStore
  readonly keptForms: KeptFormStore
  readonly notices: Pick<NoticeStore, 'reopen'>
  readonly communities: CommunityStore
  readonly files: BundledFiles
  /** Ways to prove who signs that this installation has. */
  readonly configured: readonly Identity[]
  /** Councils' own providers, by community. */
  readonly councils: ReadonlyMap<string, CouncilProvider>
  readonly objects: ObjectStore
  readonly audit: AuditStore
  /** How long a line of the trail is kept. */
  readonly auditYears: number
}
