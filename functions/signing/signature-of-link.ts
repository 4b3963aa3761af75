import { DomainError } from '../../shared/problem'
import { personIdOf } from '../../shared/signing/person-id'
import type { SignatureKey } from '../../shared/signing/signature-id'
import type { PetitionStore } from '../ports/petition-store'
import type { LinkOf } from './link-token'
import { personKey } from './person-key'

/**
 * Where the signature of a link's holder lies, if there is one.
 * @throws DomainError `petition-not-found` for one that is gone or was never published
 */
export async function signatureOfLink(
  petitions: Pick<PetitionStore, 'load' | 'petitionKey'>,
  { petitionId, email }: LinkOf<'sign'>,
): Promise<SignatureKey> {
  const [petition, petitionKey] = await Promise.all([
    petitions.load(petitionId),
    petitions.petitionKey(petitionId),
  ])
  if (!petition?.logOrigin || !petitionKey) throw new DomainError('petition-not-found')
  return { petitionId, personKey: personKey(petitionKey, petition.logOrigin, personIdOf({ email })) }
}
