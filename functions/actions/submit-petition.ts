import type { Instant } from '../../shared/calendar/day'
import type { SubmitBody } from '../../shared/http/signing'
import type { Locale } from '../../shared/locale'
import { personName } from '../../shared/signing/person'
import { PETITION_ID_BYTES, petitionId } from '../../shared/signing/petition-id'
import type { CommunityStore } from '../ports/community-store'
import type { DraftStore } from '../ports/draft-store'
import { admit, checkDomain, checkHuman, countingRefusals } from '../signing/admission'
import { checkChallenge } from '../signing/challenge'
import { sealDraft } from '../signing/draft-seal'
import { isFilledByProgram, type LinkRequestDeps, linkEnd, type Reader } from './request-signature'
import { placeOf } from './run-command'

export interface SubmitDeps extends LinkRequestDeps {
  readonly communities: CommunityStore
  readonly drafts: DraftStore
}

/**
 * Keeps a petition (R1), sealed, until its author has confirmed the address, and mails the link for that.
 * @returns the id it will have
 * @throws DomainError `disposable-address`, `challenge-*`, `too-fast`, `human-check-failed`, `community-not-found`,
 *   `host-not-found`, `host-not-for-community`, `too-many-requests`, `network-busy`, `domain-busy`
 */
export function submitPetition(
  deps: SubmitDeps,
  body: SubmitBody,
  reader: Reader,
): Promise<{ readonly id: string }> {
  return countingRefusals(deps.metrics, async () => {
    const id = petitionId(deps.random.bytes(PETITION_ID_BYTES))
    if (isFilledByProgram(deps, body)) return { id }
    const now = deps.clock.now()
    await letIn(deps, body, reader.network, now)
    await keep(deps, id, body, reader.locale, now)
    return { id }
  })
}

async function letIn(deps: SubmitDeps, body: SubmitBody, network: string, now: Instant): Promise<void> {
  const { email } = body.author
  await checkDomain(deps, email, 'author.email')
  const binding = { purpose: 'submit', email } as const
  const challenge = await checkChallenge(deps.keys, deps.challenge, binding, body.altcha, now)
  await placeOf(deps.communities, body)
  await checkHuman(deps, body.human)
  await admit(deps, { email, challenge, network }, now)
}

async function keep(deps: SubmitDeps, id: string, body: SubmitBody, locale: Locale, now: Instant) {
  const { email } = body.author
  const { communityId, hostId, title, text, topic, wantsHearing = false } = body
  const submission = {
    id,
    communityId,
    hostId,
    title,
    text,
    ...(topic && { topic }),
    author: personName(body.author),
    email,
    wantsHearing,
    locale,
  }
  const end = linkEnd(deps, now)
  await deps.drafts.save(id, await sealDraft(deps.keys, submission), end)
  const place = { communityId, hostId }
  const link = { purpose: 'submit', petitionId: id, email, locale, place } as const
  const token = await deps.tokens.seal(link, now, end)
  await deps.mailQueue.send([{ type: 'link', token, locale }])
}
