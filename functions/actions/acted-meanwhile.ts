import type { PetitionEvent } from '../../shared/petition/events'
import type { Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import type { PetitionStore } from '../ports/petition-store'

/** What others did with a petition after somebody was shown it. */
export class ActedMeanwhile extends DomainError {
  readonly events: readonly PetitionEvent[]
  /** `seq` of the last event, which whoever wants to go on has seen by now. */
  readonly seq: number

  constructor(events: readonly PetitionEvent[], seq: number) {
    super('acted-meanwhile')
    this.events = events
    this.seq = seq
  }
}

/**
 * Makes sure that nobody else has acted since a page was rendered. What the clock and the log add by themselves
 * stops nobody, nor does what the member did in another window: the lifecycle itself refuses what makes no sense.
 * @param seen `seq` of the last event that the page knew
 * @throws ActedMeanwhile
 */
export async function nobodyActed(
  petitions: Pick<PetitionStore, 'loadRecord'>,
  petition: Petition,
  seen: number,
  staffId: string,
): Promise<void> {
  if (petition.seq <= seen) return
  const events = (await petitions.loadRecord(petition.id))?.events ?? []
  const others = events.filter(({ seq, by }) => seq > seen && by.role !== 'system' && by.staffId !== staffId)
  if (others.length > 0) throw new ActedMeanwhile(others, petition.seq)
}
