import { marksOf } from '../../shared/admission/marks'
import { type Instant, instantOf } from '../../shared/calendar/day'
import type { SignBody } from '../../shared/http/signing'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { personName } from '../../shared/signing/person'
import { assertAccepted, assertSignable } from '../../shared/signing/signable'
import { encodeTraits, type TraitMark } from '../../shared/signing/traits'
import type { Clock } from '../ports/clock'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import { type AdmissionDeps, admit, checkDomain, checkHuman, countingRefusals } from '../signing/admission'
import { checkChallenge } from '../signing/challenge'
import type { LinkTokens } from '../signing/link-token'
import { type PetitionCache, petitionToSign } from '../signing/petition-cache'
import { signatureTraits } from '../signing/signature-traits'

/** What it takes to mail somebody a link to confirm. */
export interface LinkRequestDeps extends AdmissionDeps {
  readonly clock: Clock
  readonly tokens: LinkTokens
  readonly mailQueue: Queue<MailMessage>
  readonly linkHours: number
}

/**
 * Mails a link to confirm a signature. Nothing about the person is stored: the link carries it, encrypted.
 * @param network from `clientAddress`
 * @throws DomainError `disposable-address`, `challenge-*`, `too-fast`, `human-check-failed`, `petition-not-found`,
 *   `petition-withdrawn`, `petition-not-open`, `collection-ended`, `identity-not-accepted`, `too-many-requests`, `network-busy`, `domain-busy`,
 *   `petition-busy`
 */
export function requestSignature(
  deps: LinkRequestDeps & { readonly cache: PetitionCache },
  petitionId: string,
  body: SignBody,
  reader: Reader,
): Promise<void> {
  return countingRefusals(deps.metrics, async () => {
    if (isFilledByProgram(deps, body)) return
    const now = deps.clock.now()
    const marks = await letIn(deps, petitionId, body, reader.network, now)
    const petitionKey = await deps.cache.key(petitionId)
    if (!petitionKey) throw new DomainError('petition-not-found')
    const { email } = body
    const { network, locale } = reader
    const link = {
      purpose: 'sign',
      petitionId,
      person: personName(body.person),
      email,
      locale,
      traits: encodeTraits(signatureTraits(petitionKey, { network, email, marks })),
      askedAt: Date.parse(now),
    } as const
    const token = await deps.tokens.seal(link, now, linkEnd(deps, now))
    await deps.mailQueue.send([{ type: 'link', token, locale }])
  })
}

/** Who asks, as `readerOf` tells. */
export interface Reader {
  readonly network: string
  readonly locale: Locale
}

/** All that stands before the mail. @returns what was odd */
async function letIn(
  deps: LinkRequestDeps & { readonly cache: PetitionCache },
  petitionId: string,
  body: SignBody,
  network: string,
  now: Instant,
): Promise<TraitMark[]> {
  const { email } = body
  const vanishing = await checkDomain(deps, email, 'email')
  const binding = { purpose: 'sign', petitionId, email } as const
  const challenge = await checkChallenge(deps.keys, deps.challenge, binding, body.altcha, now)
  const petition = await petitionToSign(deps.cache, petitionId, now)
  if (!petition) throw new DomainError('petition-not-found')
  assertSignable(petition, now)
  assertAccepted(petition, 'email')
  await checkHuman(deps, body.human)
  const busy = await admit(deps, { email, petitionId, challenge, network }, now)
  return [...vanishing, ...busy, ...marksOf(personName(body.person), email)]
}

/**
 * People do not see the field, and the form's script empties it where a browser filled it in by itself: what fills it
 * is a program. It is answered as everybody is, and nothing follows.
 */
export function isFilledByProgram(
  { metrics }: Pick<AdmissionDeps, 'metrics'>,
  { website }: { readonly website?: string | undefined },
): boolean {
  if (!website) return false
  metrics.count('RefusedApplicants', 1, { code: 'honeypot' })
  return true
}

/** When a link made now stops working. */
export function linkEnd({ linkHours }: Pick<LinkRequestDeps, 'linkHours'>, now: Instant): Instant {
  return instantOf(Date.parse(now) + linkHours * 3_600_000)
}
