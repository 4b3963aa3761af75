import type { Instant } from '../calendar/day'
import type { Petition } from '../petition/petition'
import { isOpen } from '../procedure/duties'

/** The due instant of what is owed next; undefined when nobody owes anything. */
export function nextDue(petition: Pick<Petition, 'obligations'>): Instant | undefined {
  return petition.obligations
    .filter(isOpen)
    .map(({ dueAt }) => dueAt)
    .sort()[0]
}

/** What puts a petition into its staff's queue: its next due instant, or since when they are asked to decide. */
export function owedFrom(petition: Pick<Petition, 'obligations' | 'shortfall'>): Instant | undefined {
  return [nextDue(petition), petition.shortfall?.since].filter((at) => at !== undefined).sort()[0]
}
