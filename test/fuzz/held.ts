import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { http } from '../../infra/topology/http'
import type { OpenApi } from './document'
import type { FuzzRequest } from './request'

export interface FuzzAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** No answer to one request may be larger. */
export const LARGEST_ANSWER = 2 * 1024 * 1024

/** Only the cloud is met over TLS. */
const HEADERS = Object.keys(http.responseHeaders).filter((name) => name !== 'strict-transport-security')

/** Holds answers to the document of the API. */
export class Held {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: false })
  readonly #known = new Map<string, ReturnType<Ajv2020['compile']>>()

  constructor(document: OpenApi) {
    formats.default(this.#ajv)
    this.#ajv.addSchema({ ...document, $id: 'viche' })
  }

  /** What is wrong with an answer; undefined where it is what it has to be. */
  flaw(request: FuzzRequest, answer: FuzzAnswer): string | undefined {
    const { status, headers, body } = answer
    if (status >= 500) return `status ${status}: ${body.toString().slice(0, 300)}`
    if (body.length > LARGEST_ANSWER) return `${body.length} bytes`
    const missing = HEADERS.find((name) => headers[name] === undefined)
    if (missing) return `status ${status} without ${missing}`
    if (request.method === 'HEAD' || status === 204 || status === 304) {
      return body.length > 0 ? `a body with ${request.method} ${status}` : undefined
    }
    const text = body.toString()
    if (!Buffer.from(text).equals(body) && isText(headers)) return 'text that is no UTF-8'
    if (/node_modules\/|\bat \S+ \(\S+\.[tj]s:\d+/.test(text)) return 'tells of the code'
    return this.#form(request, answer, text)
  }

  #form(request: FuzzRequest, { status, headers }: FuzzAnswer, text: string): string | undefined {
    const type = String(headers['content-type'] ?? '').split(';')[0]
    const refused = status >= 400
    if (type === 'text/html') return /^<!doctype html>/i.test(text) ? undefined : 'no HTML document'
    if (status >= 300 && status < 400) return headers.location === undefined ? 'leads nowhere' : undefined
    if (type === 'text/plain' || type === 'text/csv' || type === 'image/png') return undefined
    if (type !== 'application/json' && type !== 'application/problem+json') return `${status} as ${type}`
    let value: unknown
    try {
      value = JSON.parse(text)
    } catch {
      return `no JSON: ${text.slice(0, 200)}`
    }
    const schema = refused ? PROBLEM : schemaOf(request, status)
    if (refused && type !== 'application/problem+json') return `${status} that is no problem`
    if (!schema) return undefined
    const check = this.#compiled(schema)
    return check(value) ? undefined : `${status} against the document: ${this.#ajv.errorsText(check.errors)}`
  }

  #compiled(pointer: string) {
    const known = this.#known.get(pointer)
    if (known) return known
    const check = this.#ajv.compile({ $ref: `viche#${pointer}` })
    this.#known.set(pointer, check)
    return check
  }
}

/** Every refusal is the same problem; one operation's answer stands for all. */
const PROBLEM = '/paths/~1api~1v1~1communities/get/responses/default/content/application~1problem+json/schema'

/** Where the schema of an answer stands; undefined for an address that is not the operation's own any more. */
function schemaOf({ target, method, path }: FuzzRequest, status: number): string | undefined {
  if (target.page || method !== target.method || !isOwn(target.path, path)) return undefined
  if (!target.answers[String(status)]?.content?.['application/json']) return undefined
  const at = target.path
    .replaceAll('~', '~0')
    .replaceAll('/', '~1')
    .replaceAll('{', '%7B')
    .replaceAll('}', '%7D')
  return `/paths/${at}/${method.toLowerCase()}/responses/${status}/content/application~1json/schema`
}

/** Ids that other routes have for names lead to those. */
const TAKEN = ['search', 'similar', 'confirm', 'count', 'days', 'record']

function isOwn(pattern: string, path: string): boolean {
  const [bare = ''] = path.split('?')
  const [wanted, given] = [pattern.split('/'), bare.split('/')]
  if (wanted.length !== given.length) return false
  return wanted.every((part, n) =>
    part.startsWith('{')
      ? !TAKEN.includes(given[n]!) && given[n] !== '' && !/^\.|;/.test(given[n]!)
      : part === given[n],
  )
}

function isText(headers: FuzzAnswer['headers']): boolean {
  return /json|text|xml/.test(String(headers['content-type'] ?? ''))
}
