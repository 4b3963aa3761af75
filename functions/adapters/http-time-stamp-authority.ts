import { AuthorityUnavailable, type TimeStampAuthority } from '../ports/time-stamp-authority'

const TIMEOUT_MS = 5_000

/** Stamps with all their certificates have 1 to 8 KB. */
const MAX_BYTES = 64 * 1024

/** An authority that answers over HTTP (RFC 3161, 3.4). It is not followed to another address. */
export function httpTimeStampAuthority(url: string, timeoutMs = TIMEOUT_MS): TimeStampAuthority {
  return {
    async stamp(request) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
          body: Uint8Array.from(request),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        return await bytesOf(answer)
      } catch (error) {
        if (error instanceof AuthorityUnavailable) throw error
        throw new AuthorityUnavailable('the authority does not answer', { cause: error })
      }
    },
  }
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  if (!answer.ok || answer.body === null) {
    await answer.body?.cancel()
    throw new AuthorityUnavailable(`the authority answers ${answer.status}`)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > MAX_BYTES) throw new AuthorityUnavailable('the authority’s answer is no stamp: too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
