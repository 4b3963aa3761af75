import { type Day, dayOf, endOfDay, type Instant } from '../calendar/day'
import { type Term, termEnd } from '../calendar/term'
import type { CalendarSettings } from '../calendar/working-calendar'
import type { Extension, Obligation, ObligationStatus } from './obligation'
import type { Duty, Rule } from './rule'

/** What a procedure tells the engine about one of its cases. */
export interface CaseContext<Setting extends string = string> {
  readonly facts: ReadonlySet<string>
  readonly terms: Readonly<Partial<Record<Setting, Term>>>
  readonly calendar: CalendarSettings
}

interface Happened<EventType extends string> {
  readonly seq: number
  readonly type: EventType
  readonly at: Instant
}

/** Obligations after an event: met and dropped ones are closed, new ones opened. */
export function afterEvent<EventType extends string, Setting extends string>(
  rules: readonly Rule<EventType, Setting>[],
  obligations: readonly Obligation[],
  event: Happened<EventType>,
  context: CaseContext<Setting>,
): Obligation[] {
  const closed = obligations.map((obligation) => close(rules, obligation, event))
  const opened = rules
    .filter(({ duty }) => duty && opensOn(duty, event.type, context.facts))
    .filter((rule) => !closed.some((other) => other.rule === rule.id && isOpen(other)))
    .flatMap((rule) => open(rule, event, context))
  return [...closed, ...opened]
}

/** Nobody has met it and nobody is freed from it. */
export function isOpen(obligation: Obligation): boolean {
  return obligation.metAt === undefined && obligation.droppedAt === undefined
}

/** How an obligation stands at `now`. It is missed on its due instant. */
export function statusOf(obligation: Obligation, now: Instant): ObligationStatus {
  if (obligation.droppedAt) return 'dropped'
  if (obligation.metAt) return obligation.metAt > obligation.dueAt ? 'met-late' : 'met'
  return now >= obligation.dueAt ? 'overdue' : 'open'
}

/** Moves the open obligation under `rule` to the end of `day`, for a reason that is published. */
export function extend(
  obligations: readonly Obligation[],
  rule: string,
  extension: { readonly day: Day; readonly reason: string; readonly at: Instant },
): Obligation[] {
  return obligations.map((obligation) => {
    if (obligation.rule !== rule || !isOpen(obligation)) return obligation
    const due = endOfDay(extension.day)
    const record: Extension = { from: obligation.dueAt, ...extension }
    const { overdueAt: _past, ...rest } = obligation
    return { ...rest, strictDueAt: due, dueAt: due, extension: record, marks: [] }
  })
}

/** An open obligation whose due instants another calendar moves. */
export interface Recount {
  readonly rule: string
  readonly openedBy: number
  readonly strictDueAt: Instant
  readonly dueAt: Instant
}

/**
 * What the calendar in force changes about open obligations. One that was extended keeps its named day,
 * and one that was missed stays missed.
 */
export function recounts<Setting extends string>(
  rules: readonly Rule<string, Setting>[],
  obligations: readonly Obligation[],
  context: CaseContext<Setting>,
): Recount[] {
  return obligations
    .filter((one) => isOpen(one) && !one.extension && !one.overdueAt)
    .flatMap((one) => {
      const rule = rules.find(({ id }) => id === one.rule)
      const term = rule && termOf(rule, context)
      if (!term) return []
      const end = termEnd(dayOf(one.openedAt), term, context.calendar)
      const [strictDueAt, dueAt] = [endOfDay(end.strict), endOfDay(end.shifted)]
      const same = strictDueAt === one.strictDueAt && dueAt === one.dueAt
      return same ? [] : [{ rule: one.rule, openedBy: one.openedBy, strictDueAt, dueAt }]
    })
}

/** The obligations with recounted due instants; reminders begin anew. */
export function recounted(obligations: readonly Obligation[], changes: readonly Recount[]): Obligation[] {
  return obligations.map((one) => {
    const change = changes.find(({ rule, openedBy }) => rule === one.rule && openedBy === one.openedBy)
    return change ? { ...one, strictDueAt: change.strictDueAt, dueAt: change.dueAt, marks: [] } : one
  })
}

function opensOn(duty: Duty, type: string, facts: ReadonlySet<string>): boolean {
  return duty.opens.some(({ on, onlyIf }) => on === type && (onlyIf === undefined || facts.has(onlyIf)))
}

function open<EventType extends string, Setting extends string>(
  rule: Rule<EventType, Setting>,
  event: Happened<EventType>,
  context: CaseContext<Setting>,
): Obligation[] {
  const term = termOf(rule, context)
  if (!term) return []
  const end = termEnd(dayOf(event.at), term, context.calendar)
  return [
    {
      rule: rule.id,
      actor: rule.actor,
      openedBy: event.seq,
      openedAt: event.at,
      strictDueAt: endOfDay(end.strict),
      dueAt: endOfDay(end.shifted),
      marks: [],
    },
  ]
}

function termOf<Setting extends string>(
  rule: Rule<string, Setting>,
  context: CaseContext<Setting>,
): Term | undefined {
  if (!rule.duty) return undefined
  return 'setting' in rule.duty.term ? context.terms[rule.duty.term.setting] : rule.duty.term
}

function close<EventType extends string>(
  rules: readonly Rule<EventType>[],
  obligation: Obligation,
  event: Happened<EventType>,
): Obligation {
  const duty = rules.find((rule) => rule.id === obligation.rule)?.duty
  if (!duty || !isOpen(obligation)) return obligation
  if (duty.metBy.includes(event.type)) return { ...obligation, metAt: event.at }
  if (duty.dropsOn?.includes(event.type)) return { ...obligation, droppedAt: event.at }
  return obligation
}
