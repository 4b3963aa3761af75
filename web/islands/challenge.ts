import type { Challenge, Solution } from 'altcha-lib/types'

/**
 * Asks for a challenge bound to what is being sent, solves it in a worker, and gives ALTCHA's payload:
 * base64 of `{challenge, solution}`.
 * @throws Response where the server gave no challenge, TypeError without a connection
 */
export async function proof(query: Record<string, string>, workerUrl: string): Promise<string> {
  const response = await fetch(`/api/v1/challenges?${new URLSearchParams(query)}`)
  if (!response.ok) throw response
  const challenge = (await response.json()) as Challenge
  const solution = await solve(challenge, workerUrl)
  return btoa(JSON.stringify({ challenge, solution }))
}

function solve(challenge: Challenge, workerUrl: string): Promise<Solution> {
  const worker = new Worker(workerUrl, { type: 'module' })
  return new Promise<Solution>((resolve, reject) => {
    worker.onmessage = ({ data }) => (data ? resolve(data) : reject(new Error('unsolved')))
    worker.onerror = () => reject(new Error('worker'))
    worker.postMessage(challenge)
  }).finally(() => worker.terminate())
}
