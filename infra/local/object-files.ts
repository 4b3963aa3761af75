import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { contentTypeOf } from '../../functions/adapters/content-type'
import { isText } from './content-type'
import { type FolderObjectStore, isKey, type ServedObject } from './folder-object-store'

type Encoding = 'br' | 'gzip'

/** Below this a packet carries the body either way. */
const WORTH_COMPRESSING = 1024
const KEPT_COMPRESSED = 200
const NEVER_SERVED = 'staging/'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Answers from the object folder as the CDN does from the bucket: types, caching, conditions, compression. */
export class ObjectFiles {
  readonly #objects: FolderObjectStore
  readonly #compressed = new Map<string, Uint8Array>()

  constructor(objects: FolderObjectStore) {
    this.#objects = objects
  }

  /** Undefined where there is no such object. The answer to HEAD is that to GET; the server leaves out its body. */
  async answer(key: string, request: Request, status = 200): Promise<Response | undefined> {
    const object = isKey(key) && !key.startsWith(NEVER_SERVED) ? await this.#objects.read(key) : undefined
    if (!object) return undefined
    const type = contentTypeOf(key)
    const encoding = isText(type) && object.body.length >= WORTH_COMPRESSING ? encodingOf(request) : undefined
    const headers = headersOf(object, type, encoding)
    if (status === 200 && matches(request, object.tag)) return new Response(null, { status: 304, headers })
    const body = encoding ? await this.#compress(object, encoding) : object.body
    headers.set('content-length', String(body.length))
    return new Response(body as Uint8Array<ArrayBuffer>, { status, headers })
  }

  async #compress({ body, tag }: ServedObject, encoding: Encoding): Promise<Uint8Array> {
    const name = `${encoding} ${tag}`
    const known = this.#compressed.get(name)
    if (known) return known
    const compressed =
      encoding === 'br'
        ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : await zip(body, { level: 6 })
    if (this.#compressed.size >= KEPT_COMPRESSED) this.#compressed.clear()
    this.#compressed.set(name, compressed)
    return compressed
  }
}

/** The key of a page's address: a folder's page is its `index.html`; a last part with a dot is a file. */
export function pageKey(path: string): string {
  const key = path.slice(1)
  const last = key.slice(key.lastIndexOf('/') + 1)
  if (last === '') return `${key}index.html`
  return last.includes('.') ? key : `${key}/index.html`
}

function headersOf(object: ServedObject, type: string, encoding: Encoding | undefined): Headers {
  const headers = new Headers({
    'content-type': type,
    'cache-control': `public, max-age=${object.cacheSeconds}`,
    // As the CDN does: a body that was compressed on the way has a weak tag.
    etag: encoding ? `W/"${object.tag}"` : `"${object.tag}"`,
  })
  if (isText(type)) headers.set('vary', 'accept-encoding')
  if (encoding) headers.set('content-encoding', encoding)
  return headers
}

/** RFC 9110: If-None-Match compares weakly. */
function matches(request: Request, tag: string): boolean {
  const wanted = request.headers.get('if-none-match')
  if (!wanted) return false
  return wanted === '*' || wanted.split(',').some((one) => one.trim().replace(/^W\//, '') === `"${tag}"`)
}

function encodingOf(request: Request): Encoding | undefined {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) =>
      part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/),
    )
    .filter(([, quality]) => quality === undefined || Number(quality) > 0)
    .map(([name]) => name)
  return (['br', 'gzip'] as const).find((encoding) => accepted.includes(encoding))
}
