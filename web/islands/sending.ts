/** How often a form that was filled in too fast, or that a weak connection lost, is sent again by itself. */
const PATIENCE = 3
/** Milliseconds after which an answer is no longer waited for. */
const ANSWER_MS = 30_000

export interface Problem {
  readonly title?: string
  readonly detail?: string
  readonly code?: string
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message?: string }[]
}

/** No answer came in time. */
export class Slow extends Error {}

/**
 * Sends a form's JSON, again where that makes sense: the server wants a person's pace, or the connection failed.
 * An answered challenge that is refused as used means that a lost attempt had arrived.
 * @param onRetry told before a weak connection is tried again
 * @throws Response where the server refuses, TypeError without a connection, Slow without an answer
 */
export async function send(target: string, body: string, locale: string, onRetry: () => void): Promise<void> {
  let lost = false
  for (let attempt = 1; ; attempt++) {
    const answer = await attemptAt(target, body, locale)
    if (answer instanceof Response) {
      if (answer.ok) return
      const { code } = await problemIn(answer.clone())
      if (lost && code === 'challenge-used') return
      if (attempt === PATIENCE || code !== 'too-fast') throw answer
      await pause(Number(answer.headers.get('retry-after') ?? 1))
    } else {
      if (attempt === PATIENCE || !navigator.onLine) throw answer
      lost = true
      onRetry()
      await pause(attempt)
    }
  }
}

/** The answer, or why there is none. */
async function attemptAt(target: string, body: string, locale: string): Promise<Response | Error> {
  try {
    return await fetch(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': locale },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    })
  } catch (error) {
    return error instanceof TypeError ? error : new Slow()
  }
}

export async function problemIn(response: Response): Promise<Problem> {
  return (await response.json().catch(() => ({}))) as Problem
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000 * seconds + 200))
}
