import { FileTooLarge, SourceUnreachable } from '../source'

/** For one file, from the question to its last byte. */
const PATIENCE_MS = 30_000
/** Before each further attempt; a site that names a longer time is given it, within reason. */
const PAUSES_MS = [500, 2000, 5000, 10_000]
const LONGEST_PAUSE_MS = 30_000

export type Fetched =
  | { readonly status: 'found'; readonly body: Uint8Array; readonly tag: string | undefined }
  | { readonly status: 'unchanged' }
  | { readonly status: 'missing' }

/** Files of a site, asked for again where the network or the site fails for a moment. */
export class HttpSource {
  /** @param base address of the site without a path, e.g. `https://petitions.example` */
  constructor(
    private readonly base: string,
    private readonly pauses: readonly number[] = PAUSES_MS,
  ) {}

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const fetched = await this.fetch(path, limit)
    return fetched.status === 'found' ? fetched.body : undefined
  }

  /**
   * @param tag of the file that is there already: if it has not changed, it is not sent
   * @throws FileTooLarge, SourceUnreachable
   */
  async fetch(path: string, limit: number, tag?: string): Promise<Fetched> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.attempt(path, limit, tag)
      } catch (error) {
        if (error instanceof FileTooLarge) throw error
        const pause = this.pauses[attempt]
        if (pause === undefined || error instanceof Refused) throw new SourceUnreachable(path, error)
        const asked = error instanceof NotNow ? error.seconds * 1000 : 0
        await sleep(Math.min(Math.max(pause, asked), LONGEST_PAUSE_MS))
      }
    }
  }

  private async attempt(path: string, limit: number, tag: string | undefined): Promise<Fetched> {
    const response = await fetch(`${this.base}/${path}`, {
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: tag === undefined ? {} : { 'if-none-match': tag },
    })
    if (response.status === 200) {
      const body = await bytesOf(response, path, limit)
      return { status: 'found', body, tag: response.headers.get('etag') ?? undefined }
    }
    await response.body?.cancel()
    if (response.status === 304) return { status: 'unchanged' }
    if (response.status === 404 || response.status === 410) return { status: 'missing' }
    if (response.status === 429 || response.status === 408 || response.status >= 500) {
      throw new NotNow(Number(response.headers.get('retry-after')) || 0)
    }
    throw new Refused(`HTTP ${response.status}`)
  }
}

/** Worth asking again. */
class NotNow extends Error {
  constructor(readonly seconds: number) {
    super('not now')
  }
}

/** The site will not answer otherwise. */
class Refused extends Error {}

/** Stops reading as soon as there is too much. */
async function bytesOf(response: Response, path: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > limit) throw new FileTooLarge(path)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks, length))
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
