import type { Instant } from '../calendar/day'

/** Who did something: a role of the procedure, or the system itself. */
export interface By {
  readonly role: string
  /** Staff id; kept for the audit trail, never published. */
  readonly staffId?: string
}

/** One entry of a procedure's event journal («журнал подій»). Entries are only ever added. */
export interface ProcedureEvent<Type extends string = string, Data = unknown> {
  /** 1, 2, 3 … within one procedure. */
  readonly seq: number
  readonly type: Type
  readonly at: Instant
  readonly by: By
  readonly data: Data
}
