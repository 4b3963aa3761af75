import type { Term } from '../calendar/term'
import type { CalendarSettings } from '../calendar/working-calendar'
import type { CaseContext } from '../procedure/duties'
import type { Petition } from './petition'
import type { PetitionFact, TermSetting } from './rules'

/** What the rule and notice tables may ask of a petition. */
export function factsOf(petition: Pick<Petition, 'host' | 'wantsHearing'>): ReadonlySet<PetitionFact> {
  const facts = new Set<PetitionFact>([petition.host.kind === 'ngo' ? 'ngo-host' : 'council-host'])
  if (petition.wantsHearing) facts.add('wants-hearing')
  return facts
}

/** The petition as the engine of obligations sees it. */
export function contextOf(petition: Petition, calendar: CalendarSettings): CaseContext<TermSetting> {
  const terms: Partial<Record<TermSetting, Term>> = { consideration: petition.settings.consideration }
  if (petition.settings.draftDecision) terms.draftDecision = petition.settings.draftDecision
  return { facts: factsOf(petition), terms, calendar }
}
