import type { Term } from '../calendar/term'

/** A text in both languages of the site. */
export interface Text {
  readonly uk: string
  readonly en: string
}

/**
 * One row of a procedure's rule table: what the law or the council's statute demands,
 * of whom and by when. Pages, notices, deadlines and tests all read it.
 */
export interface Rule<EventType extends string = string, Setting extends string = string> {
  readonly id: string
  /** Items of the annex that say so, e.g. `п. 11`. */
  readonly item: Text
  /** `law`: fixed by law; `statute`: the council sets it within the law. */
  readonly force: 'law' | 'statute'
  readonly actor: string
  readonly title: Text
  readonly duty?: Duty<EventType, Setting>
}

/** An obligation that events open and close. */
export interface Duty<EventType extends string = string, Setting extends string = string> {
  readonly opens: readonly Opening<EventType>[]
  /** A fixed term, or the name of the setting that holds it; a missing setting opens nothing. */
  readonly term: Term | { readonly setting: Setting }
  readonly metBy: readonly EventType[]
  /** Events after which nobody owes it any more. */
  readonly dropsOn?: readonly EventType[]
}

/** The event that starts the term, where a fact of the procedure holds. */
export interface Opening<EventType extends string = string> {
  readonly on: EventType
  readonly onlyIf?: string
}
