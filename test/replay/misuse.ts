import { randomBytes } from 'node:crypto'
import { EncryptJWT } from 'jose'
import type { ProblemCode } from '../../shared/problem'
import type { Campaign } from './campaign'
import type { Resident } from './crowd'
import type { Answer } from './site'
import type { Tally } from './tally'
import { type Proof, payload, prove, type Town } from './town'

/** Who tries, and what they hold: an answered challenge, later also the token they were mailed. */
export interface Attempt {
  readonly town: Town
  readonly campaign: Campaign
  readonly who: Resident
  readonly proof: Proof
  readonly token: string
}

/** Something that must be refused with a 4xx problem of this code, and count nothing. */
export interface Misuse {
  readonly name: string
  readonly code: ProblemCode
  readonly when: 'before-form' | 'before-button'
  attempt(attempt: Attempt): Promise<Answer>
}

const beforeForm = (name: string, code: ProblemCode, attempt: Misuse['attempt']): Misuse => ({
  name,
  code,
  when: 'before-form',
  attempt,
})
const beforeButton = (name: string, code: ProblemCode, token: (a: Attempt) => string | Promise<string>) => ({
  name,
  code,
  when: 'before-button' as const,
  attempt: async (attempt: Attempt) =>
    attempt.town.site.ask('/api/v1/signatures/confirm', { body: { token: await token(attempt) } }),
})

const MISUSES: readonly Misuse[] = [
  beforeForm('a wrong answer to the challenge', 'challenge-failed', (a) =>
    send(a, {
      altcha: payload({ ...a.proof, solution: { ...a.proof.solution, derivedKey: '0'.repeat(64) } }),
    }),
  ),
  beforeButton('a forged token', 'token-invalid', ({ token }) => changed(token)),
  beforeForm('a challenge of another address', 'challenge-failed', (a) =>
    send(a, { email: `other-${a.who.email}` }),
  ),
  beforeButton('a truncated token', 'token-invalid', ({ token }) => token.slice(0, -20)),
  beforeForm('the notice not read', 'invalid-body', (a) => send(a, { noticeRead: false })),
  beforeButton('an expired token of a stranger’s making', 'token-invalid', expiredForgery),
  beforeForm('a field too many', 'invalid-body', (a) => send(a, { admin: true })),
  beforeButton('a token of another purpose', 'token-invalid', ({ campaign }) => campaign.authorToken),
  beforeForm('no JSON', 'invalid-body', (a) => ask(a, '{"person":')),
  beforeButton('no token', 'invalid-body', () => ''),
  beforeForm('plain text', 'unsupported-media-type', (a) => ask(a, 'hello', 'text/plain')),
  beforeForm('a name in two scripts', 'invalid-body', (a) =>
    send(a, { person: { ...a.who.name, surname: 'Шeвчeнкo' } }),
  ),
  beforeForm('a mailbox for minutes', 'disposable-address', (a) => send(a, { email: 'a@mailinator.com' })),
  beforeForm('an unknown petition', 'petition-not-found', unknownPetition),
  beforeForm('a body too large', 'body-too-large', (a) => send(a, { website: 'x'.repeat(70_000) })),
]

/** Each in turn. */
export function misuseOf(number: number): Misuse {
  return MISUSES[number % MISUSES.length]!
}

export async function tryMisuse(misuse: Misuse, attempt: Attempt, tally: Tally): Promise<void> {
  const { status, code } = await misuse.attempt(attempt)
  const refused = status >= 400 && status < 500 && code === misuse.code
  tally.misuse(misuse.name, refused || `${status} ${code ?? ''}`)
}

function send(a: Attempt, changes: object): Promise<Answer> {
  const { name: person, email } = a.who
  return ask(a, { person, email, noticeRead: true, altcha: payload(a.proof), ...changes })
}

function ask({ town, campaign, who }: Attempt, body: unknown, type = 'application/json'): Promise<Answer> {
  const path = `/api/v1/petitions/${campaign.petitionId}/signatures`
  return town.site.ask(path, { body, type, network: who.network })
}

async function unknownPetition({ town, who }: Attempt): Promise<Answer> {
  const petition = 'zzzzzzzzzz'
  const proof = await prove(town, { purpose: 'sign', petition, email: who.email })
  const body = { person: who.name, email: who.email, noticeRead: true, altcha: payload(proof) }
  return town.site.ask(`/api/v1/petitions/${petition}/signatures`, { body, network: who.network })
}

/** Another letter amid the encrypted part. */
function changed(token: string): string {
  const place = token.length - 40
  return `${token.slice(0, place)}${token[place] === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`
}

function expiredForgery({ campaign, who }: Attempt): Promise<string> {
  const { petitionId } = campaign
  const link = { purpose: 'sign', petitionId, person: who.name, email: who.email, locale: 'uk' }
  return new EncryptJWT({ link })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(1)
    .encrypt(randomBytes(32))
}
