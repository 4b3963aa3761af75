import type { Challenge, Solution } from 'altcha-lib'
import type { PostOffice } from './post-office'
import type { Answer, Site } from './site'
import type { Solver } from './solver'

/** What residents deal with: the site, their mailboxes and their browsers' work. */
export interface Town {
  readonly site: Site
  readonly post: PostOffice
  readonly solver: Solver
}

export interface Proof {
  readonly challenge: Challenge
  readonly solution: Solution
}

/** Asks for a challenge and solves it, as a page does. */
export async function prove({ site, solver }: Town, query: Record<string, string>): Promise<Proof> {
  const answer = expectStatus(await site.ask(`/api/v1/challenges?${new URLSearchParams(query)}`), 200)
  const challenge = answer.body as Challenge
  return { challenge, solution: await solver.solve(challenge) }
}

/** ALTCHA's payload: base64 of `{challenge, solution}`. */
export function payload(proof: Proof): string {
  return Buffer.from(JSON.stringify(proof)).toString('base64')
}

/** @throws Error that tells what was answered instead */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Error(`answered ${answer.status} ${answer.code ?? ''} instead of ${status}`)
}
