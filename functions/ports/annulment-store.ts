import type { Instant } from '../../shared/calendar/day'
import type { AnnulmentGround, StaffGround } from '../../shared/log/annulment'
import type { EntryRange } from '../../shared/petition/ledger'
import type { By } from '../../shared/procedure/event'

/** One act of a staff member: which signatures, why and when. Kept for the audit trail. */
export interface AnnulmentAction {
  /** Digest of the preview that was confirmed: the same act has the same id. */
  readonly id: string
  readonly at: Instant
  readonly by: By
  readonly ground: StaffGround
  /** Told to the signers, never published. */
  readonly explanation?: string
  /** Indices of the signatures. */
  readonly targets: readonly EntryRange[]
  readonly number: number
}

/** An annulment that the log has taken or will take. */
export interface AnnulmentRow {
  /** Index of the signature. */
  readonly target: number
  readonly ground: AnnulmentGround
  /** The act's id. */
  readonly action: string
  /** Of its own entry in the log, once sequenced. */
  readonly index?: number
}

/** Annulments as staff order them. What was read is what every earlier call had written. */
export interface AnnulmentStore {
  /** Records the act unless it is recorded: the first to order it is who did. Durable on return. */
  record(petitionId: string, action: AnnulmentAction): Promise<AnnulmentAction>
  /**
   * Writes a row for each target that has none; never replaces one. Repeating it writes what is missing.
   * @returns the targets that could not be written, of which some may have been
   */
  add(petitionId: string, action: AnnulmentAction, targets: readonly number[]): Promise<number[]>
  /** The rows there are for signatures within these indices, both included; by default all of the petition's. */
  rows(petitionId: string, within?: EntryRange): Promise<AnnulmentRow[]>
  /** Every act, newest first. */
  actions(petitionId: string): Promise<AnnulmentAction[]>
  action(petitionId: string, id: string): Promise<AnnulmentAction | undefined>
  /** Whether the signer was told. */
  isTold(petitionId: string, target: number): Promise<boolean>
  told(petitionId: string, target: number, messageId: string, at: Instant): Promise<void>
}
