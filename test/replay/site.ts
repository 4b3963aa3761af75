import { type Dispatcher, Pool } from 'undici'

/** What the site answered, with its body parsed. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  /** Of a problem (RFC 9457), its stable code. */
  readonly code?: string
  readonly cookie?: string
  /** Seconds after which trying again makes sense. */
  readonly retryAfter?: number
}

export interface AskOptions {
  readonly method?: 'GET' | 'HEAD' | 'POST'
  /** Sent as JSON; text is sent as it is. */
  readonly body?: unknown
  readonly type?: string
  readonly network?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string | undefined
}

/** The running stack's HTTP address, as many readers at once ask it. */
export class Site {
  readonly url: string
  readonly #pool: Pool

  constructor(url: string, connections = 48) {
    this.url = url
    this.#pool = new Pool(url, { connections, headersTimeout: 120_000, bodyTimeout: 120_000 })
  }

  async ask(path: string, options: AskOptions = {}): Promise<Answer> {
    const { body, method = body === undefined ? 'GET' : 'POST' } = options
    const response = await this.#pool.request({
      path,
      method,
      headers: headersOf(options),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return answerOf(response, await response.body.text())
  }

  close(): Promise<void> {
    return this.#pool.close()
  }
}

function headersOf({ body, type = 'application/json', network, cookie, headers }: AskOptions) {
  return {
    accept: 'application/json',
    ...(body !== undefined && { 'content-type': type }),
    ...(network !== undefined && { 'x-forwarded-for': network }),
    ...(cookie !== undefined && { cookie }),
    ...headers,
  }
}

function answerOf({ statusCode: status, headers }: Dispatcher.ResponseData, text: string): Answer {
  const body = parsed(text)
  const problem = String(headers['content-type']).startsWith('application/problem+json')
  const cookie = [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0]
  const retryAfter = headers['retry-after']
  return {
    status,
    body,
    ...(problem && { code: String((body as { code?: unknown }).code) }),
    ...(cookie !== undefined && { cookie }),
    ...(retryAfter !== undefined && { retryAfter: Number(retryAfter) }),
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
