import type { Campaign } from './campaign'
import type { Resident } from './crowd'
import { type Attempt, misuseOf, tryMisuse } from './misuse'
import type { Tally } from './tally'
import { expectStatus, payload, prove, type Town } from './town'

/** Of twenty residents one signs again and one also tries something that must be refused: 5% each. */
const EACH = 20
const REPEATS = 7
const MISUSES = 13

interface Signature {
  readonly id: string
  readonly confirmedAt: string
}

/** One resident signs: challenge, form, mail, button; and what some of them try besides. */
export async function sign(town: Town, campaign: Campaign, who: Resident, tally: Tally): Promise<void> {
  const misuse = who.number % EACH === MISUSES ? misuseOf(Math.floor(who.number / EACH)) : undefined
  const proof = await prove(town, challengeFor(campaign, who))
  const attempt: Attempt = { town, campaign, who, proof, token: '' }
  if (misuse?.when === 'before-form') await tryMisuse(misuse, attempt, tally)
  const token = await ask(town, campaign, who, payload(proof))
  if (misuse?.when === 'before-button') await tryMisuse(misuse, { ...attempt, token }, tally)
  const signature = await confirm(town, token, 201)
  tally.confirm(who.number, signature.confirmedAt)
  if (who.number % EACH === REPEATS) await repeat(town, campaign, who, { token, signature }, tally)
}

function challengeFor({ petitionId }: Campaign, { email }: Resident): Record<string, string> {
  return { purpose: 'sign', petition: petitionId, email }
}

async function ask(town: Town, campaign: Campaign, who: Resident, altcha: string, email = who.email) {
  const token = town.post.token(who.email)
  const body = { person: who.name, email, noticeRead: true, altcha }
  const path = `/api/v1/petitions/${campaign.petitionId}/signatures`
  const answer = await town.site.ask(path, { body, network: who.network })
  if (answer.status !== 202) token.catch(() => {})
  expectStatus(answer, 202)
  return token
}

async function confirm(town: Town, token: string, status: 200 | 201): Promise<Signature> {
  const answer = await town.site.ask('/api/v1/signatures/confirm', { body: { token } })
  return expectStatus(answer, status).body as Signature
}

/** The same person again, by the same link or a new one: 200, and everything as it was. */
async function repeat(
  town: Town,
  campaign: Campaign,
  who: Resident,
  before: { token: string; signature: Signature },
  tally: Tally,
): Promise<void> {
  const anew = Math.floor(who.number / EACH) % 2 === 0
  const token = anew ? await newLink(town, campaign, who) : before.token
  const again = await confirm(town, token, 200)
  const same = again.id === before.signature.id && again.confirmedAt === before.signature.confirmedAt
  tally.repeat(anew ? 'a new link' : 'the same link', same)
}

/** With the address in capitals: it is the same person all the same. */
async function newLink(town: Town, campaign: Campaign, who: Resident): Promise<string> {
  const proof = await prove(town, challengeFor(campaign, who))
  return ask(town, campaign, who, payload(proof), who.email.toUpperCase())
}
