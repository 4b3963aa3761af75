import * as z from 'zod'
import type { Community } from '../community/settings'
import { fullName } from '../signing/person-name'
import type { Petition } from './petition'

/**
 * A petition by the fields of the draft national set of open data. The set has three statuses; a petition that is in
 * none of them says so in a fourth one's words.
 */
export const openDataPetition = z.object({
  uid: z.string(),
  kind: z.literal('електронна петиція'),
  title: z.string(),
  url: z.string().describe('The petition’s page'),
  text: z.string(),
  authorityName: z.string(),
  authorityId: z.string().describe('ЄДРПОУ of the council; empty where it is not known'),
  authorityCattutc: z.string().describe('КАТОТТГ of the community; empty where it is not known'),
  startDate: z.iso.datetime().describe('Publication, with which collection begins'),
  count: z.number().int().describe('Signatures that stand'),
  creator: z.string().describe('The author’s full name'),
  status: z.enum(['триває збір підписів', 'на розгляді', 'з відповіддю', 'відкликано']),
  answerDate: z.iso.datetime().or(z.literal('')),
  answerUrl: z.string(),
  answerText: z.string(),
})

export type OpenDataPetition = z.infer<typeof openDataPetition>

/** Keys of the objects that hold every published petition; also their addresses. */
export const OPEN_DATA_KEYS = {
  json: 'api/v1/open-data/petitions.json',
  csv: 'api/v1/open-data/petitions.csv',
} as const

/** `GET /api/v1/open-data/petitions.json`, newest first. */
export const openDataSet = z.object({ items: z.array(openDataPetition) })

/** Names of the fields in the order of the set. */
export const OPEN_DATA_FIELDS = Object.keys(openDataPetition.shape) as (keyof OpenDataPetition)[]

/**
 * A petition as open data.
 * @param petition one that is published
 * @param publicUrl address of the site without a slash at its end
 */
export function openDataOf(
  petition: Petition,
  community: Community,
  count: number,
  publicUrl: string,
): OpenDataPetition {
  const url = `${publicUrl}/petitions/${petition.id}`
  const answer = answerOf(petition)
  return {
    uid: petition.id,
    kind: 'електронна петиція',
    title: petition.title,
    url,
    text: petition.text,
    authorityName: community.council.uk,
    authorityId: community.authorityId ?? '',
    authorityCattutc: community.authorityCattutc ?? '',
    startDate: petition.publishedAt ?? petition.submittedAt,
    count,
    creator: fullName(petition.author),
    status: statusOf(petition),
    answerDate: answer?.at ?? '',
    answerUrl: answer ? url : '',
    answerText: answer?.text ?? '',
  }
}

/** R18, or R8 where too few signed and an ordinary appeal was answered. */
function answerOf({ answer, appeal }: Petition): { at: string; text: string } | undefined {
  if (answer) return { at: answer.at, text: `${answer.text}\n\n${answer.reasons}` }
  if (!appeal?.answeredAt) return undefined
  return { at: appeal.answeredAt, text: appeal.answer ?? '' }
}

function statusOf(petition: Petition): OpenDataPetition['status'] {
  if (petition.withdrawnAt) return 'відкликано'
  if (answerOf(petition)) return 'з відповіддю'
  return petition.status === 'collecting' ? 'триває збір підписів' : 'на розгляді'
}
