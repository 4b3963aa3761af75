import { FileTooLarge, type LogSource, SourceUnreachable } from '../../../verifier/source'

/** For one file, from the question to its last byte. */
const PATIENCE_MS = 30_000
/** Before each further attempt. */
const PAUSES_MS = [500, 2000, 5000]

/** The files of the site that the page is of. */
export const site: LogSource = {
  async get(path, limit) {
    for (const pause of PAUSES_MS) {
      try {
        return await read(path, limit)
      } catch (error) {
        if (error instanceof FileTooLarge) throw error
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
    }
    return lastTry(path, limit)
  },
}

async function lastTry(path: string, limit: number) {
  try {
    return await read(path, limit)
  } catch (error) {
    throw error instanceof FileTooLarge ? error : new SourceUnreachable(path, error)
  }
}

async function read(path: string, limit: number): Promise<Uint8Array | undefined> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), PATIENCE_MS)
  try {
    const cache = isFullTile(path) ? 'default' : 'no-cache'
    const response = await fetch(`/${path}`, { signal: abort.signal, cache })
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`${response.status}`)
    return await bytesOf(response, path, limit)
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

/** Full tiles never change (C2SP tlog-tiles): the browser's own cache will do. All else is asked for anew. */
function isFullTile(path: string): boolean {
  return path.includes('/tile/') && !path.includes('.p/')
}

/** Stops reading as soon as there is too much. */
async function bytesOf(response: Response, path: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = response.body!.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > limit) throw new FileTooLarge(path)
    chunks.push(part.value)
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
