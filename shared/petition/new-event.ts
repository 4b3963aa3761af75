import type { Instant } from '../calendar/day'
import type { By } from '../procedure/event'
import type { EventData, EventType } from './events'

/** An event before it has its place in the journal. */
export type NewEvent = {
  [T in EventType]: { readonly type: T; readonly at: Instant; readonly by: By; readonly data: EventData[T] }
}[EventType]

export const SYSTEM: By = { role: 'system' }

/** A new event of any type; the journal gives it its place. */
export function event<T extends EventType>(type: T, at: Instant, by: By, data: EventData[T]): NewEvent {
  return { type, at, by, data } as unknown as NewEvent
}
