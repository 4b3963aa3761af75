import { addDays, addMonths, dayOf } from '../calendar/day'
import { type CalendarSettings, onOrAfterWorkingDay } from '../calendar/working-calendar'
import { afterEvent, extend, recounted } from '../procedure/duties'
import { marked } from '../procedure/marks'
import type { Obligation } from '../procedure/obligation'
import type { AppealTerm, EventData, PetitionEvent } from './events'
import { contextOf } from './facts'
import type { Petition } from './petition'
import { RULES } from './rules'

/** The petition after an event of its journal: its own fields, then what everybody owes. */
export function evolve(petition: Petition, event: PetitionEvent, calendar: CalendarSettings): Petition {
  const kept = without(petition, UNDONE_BY[event.type] ?? [])
  const changed: Petition = { ...kept, ...fieldsAfter(petition, event), seq: event.seq }
  const obligations = afterEvent(RULES, changed.obligations, event, contextOf(changed, calendar))
  return { ...changed, obligations: adjusted(obligations, changed, event, calendar) }
}

const CONSIDERATION = [
  'thresholdReachedAt',
  'dispatchedAt',
  'transferredAt',
  'considerationBegunAt',
  'draftOrderedAt',
  'hearing',
] as const

type Optional = (typeof CONSIDERATION)[number] | 'shortfall'

/** Fields that hold no longer after an event. With its decision the council has settled what it was asked. */
const UNDONE_BY: Partial<Record<PetitionEvent['type'], readonly Optional[]>> = {
  'collection-resumed': [...CONSIDERATION, 'shortfall'],
  'count-restored': ['shortfall'],
  'consideration-kept': ['shortfall'],
  decided: ['shortfall'],
}

function without(petition: Petition, fields: readonly Optional[]): Petition {
  const left = { ...petition }
  for (const field of fields) delete (left as Partial<Record<Optional, unknown>>)[field]
  return left
}

function fieldsAfter(petition: Petition, event: PetitionEvent): Partial<Petition> {
  const { at } = event
  switch (event.type) {
    case 'submitted':
      return { status: 'moderation', submittedAt: at }
    case 'published':
      return { status: 'collecting', publishedAt: at, ...event.data }
    case 'refused':
      return { status: 'refused', refusal: { ...event.data, at } }
    case 'threshold-reached':
      return { status: 'threshold-reached', thresholdReachedAt: at }
    case 'dispatched':
      return { dispatchedAt: at }
    case 'transferred':
      return { transferredAt: at }
    case 'consideration-begun':
      return { status: 'consideration', considerationBegunAt: at }
    case 'draft-ordered':
      return { draftOrderedAt: at }
    case 'extended':
      return { hearing: event.data }
    case 'decided':
      return { decision: { ...event.data, at } }
    case 'announced':
      return { announcement: { ...event.data, at } }
    case 'answered':
      return { status: 'answered', answer: { ...event.data, at } }
    case 'collection-ended':
      return { status: 'appeal', appeal: { since: at, count: event.data.count } }
    case 'appeal-registered':
      return { appeal: { ...petition.appeal!, registrationNumber: event.data.registrationNumber } }
    case 'appeal-answered':
      return { appeal: { ...petition.appeal!, answeredAt: at, answer: event.data.text } }
    case 'annulled':
      return annulledFields(petition, event.data)
    case 'fell-below':
      return { shortfall: { since: at, ...event.data } }
    case 'collection-resumed':
      return { status: 'collecting', resumed: { at, size: event.data.size } }
    case 'withdrawn':
      return { status: 'withdrawn', withdrawnAt: at }
    case 'archived':
      return { status: 'archived', archivedAt: at }
    case 'names-erased':
      return { namesErasedAt: at }
    case 'count-restored':
    case 'consideration-kept':
    case 'reminded':
    case 'recounted':
    case 'overdue':
      return {}
  }
}

// What staff are asked follows the log: only a leaf after this batch can restore the count.
function annulledFields({ shortfall }: Petition, { size, count }: EventData['annulled']): Partial<Petition> {
  const annulled = { size, count }
  return { annulled, ...(shortfall && { shortfall: { ...shortfall, ...annulled } }) }
}

function adjusted(
  obligations: Obligation[],
  petition: Petition,
  event: PetitionEvent,
  calendar: CalendarSettings,
): Obligation[] {
  switch (event.type) {
    case 'extended':
      return extend(obligations, 'R13', { day: event.data.dueOn, reason: event.data.reason, at: event.at })
    case 'appeal-registered': {
      const { term, reason } = event.data
      if (term === undefined || !petition.appeal) return obligations
      const day = onOrAfterWorkingDay(appealEnd(dayOf(petition.appeal.since), term), calendar)
      return extend(obligations, 'R8', { day, reason: reason ?? term, at: event.at })
    }
    case 'reminded':
      return marked(obligations, { ...event.data, kind: event.data.mark }, event.at)
    case 'recounted':
      return recounted(obligations, event.data.changes)
    case 'overdue':
      return marked(obligations, { ...event.data, kind: 'overdue' }, event.at)
    default:
      return obligations
  }
}

/** Law on citizens' appeals, Art. 20: a month, 15 days where no study is needed, 45 days at most. */
function appealEnd(since: string, term: AppealTerm): string {
  if (term === '1-month') return addMonths(since, 1)
  return addDays(since, term === '15-days' ? 15 : 45)
}
