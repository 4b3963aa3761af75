import { type Instant, instantOf } from '../../shared/calendar/day'
import type { SignBody } from '../../shared/http/signing'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { personName } from '../../shared/signing/person'
import { assertAccepted, assertSignable } from '../../shared/signing/signable'
import { encodeTraits } from '../../shared/signing/traits'
import type { Clock } from '../ports/clock'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import { type AdmissionDeps, admit } from '../signing/admission'
import { type ChallengeSettings, checkChallenge } from '../signing/challenge'
import type { LinkTokens } from '../signing/link-token'
import { type PetitionCache, petitionToSign } from '../signing/petition-cache'
import { signatureTraits } from '../signing/signature-traits'

/** What it takes to mail somebody a link to confirm. */
export interface LinkRequestDeps extends AdmissionDeps {
  readonly clock: Clock
  readonly tokens: LinkTokens
  readonly mailQueue: Queue<MailMessage>
  readonly challenge: ChallengeSettings
  readonly linkHours: number
}

/**
 * Mails a link to confirm a signature. Nothing about the person is stored: the link carries it, encrypted.
 * @param network from `clientAddress`
 * @throws DomainError `bot-suspected`, `challenge-*`, `too-fast`, `petition-not-found`, `petition-withdrawn`,
 *   `petition-not-open`, `collection-ended`, `identity-not-accepted`, `too-many-requests`
 */
export async function requestSignature(
  deps: LinkRequestDeps & { readonly cache: PetitionCache },
  petitionId: string,
  body: SignBody,
  reader: { readonly network: string; readonly locale: Locale },
): Promise<void> {
  const { email } = body
  const now = deps.clock.now()
  refuseFilledHoneypot(body)
  const binding = { purpose: 'sign', petitionId, email } as const
  const challenge = await checkChallenge(deps.keys, deps.challenge, binding, body.altcha, now)
  const petition = await petitionToSign(deps.cache, petitionId, now)
  if (!petition) throw new DomainError('petition-not-found')
  assertSignable(petition, now)
  assertAccepted(petition, 'email')
  await admit(deps, { email, petitionId, challenge, network: reader.network }, now)
  const petitionKey = await deps.cache.key(petitionId)
  if (!petitionKey) throw new DomainError('petition-not-found')
  const { network, locale } = reader
  const traits = encodeTraits(signatureTraits(petitionKey, { network, email, marks: [] }))
  const person = personName(body.person)
  const link = { purpose: 'sign', petitionId, person, email, locale, traits } as const
  const token = await deps.tokens.seal(link, now, linkEnd(deps, now))
  await deps.mailQueue.send([{ type: 'link', token, locale }])
}

/** People do not see the field; programs fill in every one. */
export function refuseFilledHoneypot({ website }: { readonly website?: string | undefined }): void {
  if (website) throw new DomainError('bot-suspected')
}

/** When a link made now stops working. */
export function linkEnd({ linkHours }: Pick<LinkRequestDeps, 'linkHours'>, now: Instant): Instant {
  return instantOf(Date.parse(now) + linkHours * 3_600_000)
}
