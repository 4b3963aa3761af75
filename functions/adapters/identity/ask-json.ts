import { IdentityFailure } from '../../../shared/identity/failure'

/** A profile has a few kilobytes; an encrypted one some tens. */
const MOST_BYTES = 256 * 1024

/**
 * A provider's answer as JSON, also of an error that it tells so. Redirects are not followed: the address holds secrets.
 * @throws IdentityFailure `unavailable` for no answer in time, another type, too much, or no JSON
 */
export async function askJson(address: URL, patienceMs: number): Promise<unknown> {
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    const type = answer.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (answer.status >= 500 || type !== 'application/json') throw new Error('not the answer that was agreed')
    return JSON.parse(await bounded(answer))
  } catch {
    // The cause may name the address, and with it a token.
    throw new IdentityFailure('unavailable')
  }
}

async function bounded(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('too much')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
