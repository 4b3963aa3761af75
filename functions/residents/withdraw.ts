import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { HeldSignature } from '../../shared/resident/holdings'
import { type Withdrawability, withdrawability } from '../../shared/resident/withdrawal'
import type { WithdrawalStore } from '../ports/withdrawal-store'
import { sealContact } from '../signing/contact-seal'
import { type HoldingsDeps, holdingsAmong } from './holdings'
import type { Person } from './person'

export interface WithdrawDeps extends HoldingsDeps {
  readonly withdrawals: WithdrawalStore
}

/** A person's own signature, and whether it can be withdrawn. */
export interface Withdrawable {
  readonly signature: HeldSignature
  readonly answer: Withdrawability
}

/** @throws DomainError `signature-not-found` where the person has none under this petition */
export async function withdrawable(
  deps: HoldingsDeps,
  person: Person,
  petitionId: string,
): Promise<Withdrawable> {
  const place = await deps.holdings.place(petitionId)
  const { signatures } = place ? await holdingsAmong(deps, person, [place]) : { signatures: [] }
  // Of one person known in two ways, the signature that still stands is the one that is meant.
  const signature = signatures.find(({ annulment }) => annulment === undefined) ?? signatures[0]
  if (!signature) throw new DomainError('signature-not-found')
  return { signature, answer: withdrawability(signature, deps.clock.now()) }
}

/**
 * Takes back a person's signature: the log gets an annulment on the signer's own word, and the person a mail when it
 * has it. Again, it changes nothing.
 * @returns how it stands afterwards: `annulled`, or why it could not be
 * @throws DomainError `signature-not-found`
 */
export async function withdrawSignature(
  deps: WithdrawDeps,
  person: Person,
  petitionId: string,
  locale: Locale,
): Promise<Withdrawable> {
  const found = await withdrawable(deps, person, petitionId)
  const { signature, answer } = found
  const { index, key, petition } = signature
  if (answer !== 'open' || index === undefined) return found
  const { email } = person
  const contact = email !== undefined &&
    petition.keepUntil !== undefined && {
      sealed: await sealContact(deps.keys, { petitionId, index, email, locale }),
      expiresAt: petition.keepUntil,
    }
  const now = deps.clock.now()
  const done = await deps.withdrawals.withdraw({ ...key, index }, now, contact || undefined)
  return done === 'closed' ? { signature, answer: 'over' } : withdrawable(deps, person, petitionId)
}
