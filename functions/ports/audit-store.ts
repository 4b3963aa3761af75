import type { Instant } from '../../shared/calendar/day'
import type { AuditEntry } from '../../shared/staff/audit-entry'
import type { Scope } from '../../shared/staff/staff-member'

/** A line and its place: lines sort by it as they happened. */
export interface AuditLine extends AuditEntry {
  readonly key: string
}

/** The trail of what staff do. Lines are only ever added. */
export interface AuditStore {
  /** Adds a line; the same once more changes nothing. Durable on return. @param expiresAt when it may go */
  add(scope: Scope, entry: AuditEntry, expiresAt: Instant): Promise<void>
  /**
   * Lines of one trail within one month of UTC, newest first.
   * @param month `2026-05`
   * @param before only lines that sort before this key
   */
  lines(
    scope: Scope,
    month: string,
    of: { readonly before?: string; readonly limit: number; readonly now: Instant },
  ): Promise<readonly AuditLine[]>
}
