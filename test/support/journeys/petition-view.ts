import type { DeadlineView, EventView, NoticeView, PetitionView } from '../../../shared/petition/view'

/** A rule's obligation on the petition. @throws Error where it has none */
export function deadlineOf(petition: PetitionView, rule: string): DeadlineView {
  const found = petition.deadlines.find((deadline) => deadline.rule === rule)
  if (!found) throw new Error(`no obligation by ${rule}`)
  return found
}

export function eventsOf(petition: PetitionView, type: string): EventView[] {
  return petition.events.filter((event) => event.type === type)
}

/** Delivery evidence of the notices of one kind, by receiver. */
export function noticesOf(petition: PetitionView, kind: string): NoticeView[] {
  const found = petition.notices.filter((notice) => notice.kind === kind)
  return found.toSorted((a, b) => a.to.localeCompare(b.to))
}
