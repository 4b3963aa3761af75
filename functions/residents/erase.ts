import { type ErasurePlan, erasurePlan } from '../../shared/resident/erasure'
import type { Holdings } from '../../shared/resident/holdings'
import { inParallel } from '../in-parallel'
import type { Clock } from '../ports/clock'
import type { WithdrawalStore } from '../ports/withdrawal-store'
import { forgetContacts, type OptOutDeps, stopNews } from './opt-out'
import type { Person } from './person'

export interface EraseDeps extends OptOutDeps {
  readonly clock: Clock
  readonly withdrawals: Pick<WithdrawalStore, 'eraseName'>
}

const NAMES_AT_ONCE = 8

/**
 * Erases at once what nothing obliges to keep: addresses, news, and the names of withdrawn signatures. What it was is
 * told back. Every step may be repeated; after a failure the same request does the rest.
 */
export async function eraseHeld(deps: EraseDeps, person: Person, held: Holdings): Promise<ErasurePlan> {
  const plan = erasurePlan(held)
  const { names, contacts, follows } = plan.now
  await inParallel(names, NAMES_AT_ONCE, async ({ key, index }) => {
    if (index !== undefined) await deps.withdrawals.eraseName({ ...key, index }, deps.clock.now())
  })
  await forgetContacts(deps, contacts)
  if (person.email !== undefined) {
    await stopNews(
      deps,
      person.email,
      follows.map(({ petition }) => petition.id),
    )
  }
  return plan
}
