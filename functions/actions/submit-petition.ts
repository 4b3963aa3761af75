import type { SubmitBody } from '../../shared/http/signing'
import type { Locale } from '../../shared/locale'
import { personName } from '../../shared/signing/person'
import { PETITION_ID_BYTES, petitionId } from '../../shared/signing/petition-id'
import type { CommunityStore } from '../ports/community-store'
import type { DraftStore } from '../ports/draft-store'
import { admit } from '../signing/admission'
import { checkChallenge } from '../signing/challenge'
import { sealDraft } from '../signing/draft-seal'
import { type LinkRequestDeps, linkEnd, refuseFilledHoneypot } from './request-signature'
import { placeOf } from './run-command'

export interface SubmitDeps extends LinkRequestDeps {
  readonly communities: CommunityStore
  readonly drafts: DraftStore
}

/**
 * Keeps a petition (R1), sealed, until its author has confirmed the address, and mails the link for that.
 * @returns the id it will have
 * @throws DomainError `bot-suspected`, `challenge-*`, `too-fast`, `community-not-found`, `host-not-found`,
 *   `host-not-for-community`, `too-many-requests`
 */
export async function submitPetition(
  deps: SubmitDeps,
  body: SubmitBody,
  reader: { readonly network: string; readonly locale: Locale },
): Promise<{ readonly id: string }> {
  const { email } = body.author
  const now = deps.clock.now()
  refuseFilledHoneypot(body)
  const challenge = await checkChallenge(
    deps.keys,
    deps.challenge,
    { purpose: 'submit', email },
    body.altcha,
    now,
  )
  await placeOf(deps.communities, body)
  await admit(deps, { email, challenge, network: reader.network }, now)
  const id = petitionId(deps.random.bytes(PETITION_ID_BYTES))
  const { locale } = reader
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
  return { id }
}
