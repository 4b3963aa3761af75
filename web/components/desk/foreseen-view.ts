import type { PetitionView } from '../../../shared/petition/view'

/** A mail as it would go out. */
export interface ForeseenMail {
  /** Role of the receiver. */
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** What a step would bring. */
export interface Foreseen {
  readonly petition: PetitionView
  readonly mails: readonly ForeseenMail[]
}

/** The last day of an extended term, by the calendar in force. */
export interface NewDay {
  readonly day: string
  /** What was asked for; another day where that one is a day off. */
  readonly asked: string
  /** From tomorrow on, the day itself included. */
  readonly workingDays: number
}
