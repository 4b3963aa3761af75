import type * as z from 'zod'
import { BODY_BYTES } from '../../shared/http/limits'
import { DomainError } from '../../shared/problem'
import { fieldErrors } from './field-errors'

/**
 * A JSON body that fits the schema.
 * @throws DomainError `unsupported-media-type`, `body-too-large`, `invalid-body`
 */
export async function jsonBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  assertType(request, /^application\/(?:[a-z.]+\+)?json$/)
  return checked(parseJson(await boundedText(request)), schema, 'invalid-body')
}

/** Fields of an HTML form that fit the schema; of a repeated field the last. Throws as `jsonBody`. */
export async function formBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  assertType(request, /^application\/x-www-form-urlencoded$/)
  const fields = Object.fromEntries(new URLSearchParams(await boundedText(request)))
  return checked(fields, schema, 'invalid-body')
}

/** Parameters of the address that fit the schema. @throws DomainError `invalid-query` */
export function query<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  return checked(Object.fromEntries(new URL(request.url).searchParams), schema, 'invalid-query')
}

function checked<S extends z.ZodType>(value: unknown, schema: S, code: 'invalid-body' | 'invalid-query') {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw new DomainError(code, { fields: fieldErrors(result.error) })
}

function assertType(request: Request, pattern: RegExp): void {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!pattern.test(type)) throw new DomainError('unsupported-media-type')
}

/** The body as text; one that says it is too large is refused unread. */
async function boundedText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES) throw new DomainError('body-too-large')
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > BODY_BYTES) throw new DomainError('body-too-large')
  return utf8(bytes)
}

const decoder = new TextDecoder('utf-8', { fatal: true })

function utf8(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw notJson()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw notJson()
  }
}

function notJson(): DomainError {
  return new DomainError('invalid-body', { fields: [{ field: '', code: 'not-json' }] })
}
