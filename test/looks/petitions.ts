import type { Status } from '../../shared/petition/petition'
import type { PetitionSummary } from '../../shared/petition/view'
import type { Site } from '../support/journeys/site'

/** The demonstration's petition in a state that most people have signed. */
export async function petitionOf(site: Site, status: Status): Promise<string> {
  const path = `/api/v1/petitions?status=${status}`
  const { items } = (await site.get(path)).accepted<{ items: readonly PetitionSummary[] }>()
  const [most] = items.toSorted((a, b) => b.count - a.count)
  if (!most) throw new Error(`the demonstration has no petition in the state: ${status}`)
  return most.id
}
