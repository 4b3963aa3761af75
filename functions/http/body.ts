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

/** Fields of an HTML form that fit the schema; of a repeated field the last. Throws as `jsonBody`. @param most bytes */
export async function formBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  most = BODY_BYTES,
): Promise<z.output<S>> {
  assertType(request, /^application\/x-www-form-urlencoded$/)
  const fields = Object.fromEntries(new URLSearchParams(await boundedText(request, most)))
  return checked(fields, schema, 'invalid-body')
}

/**
 * The text fields of a form sent as `multipart/form-data`, which carries Cyrillic in a third of the bytes; of a
 * repeated field the last.
 * @param most bytes; larger ones are refused
 * @throws DomainError `unsupported-media-type`, `body-too-large`, `invalid-body`
 */
export async function multipartBody(request: Request, most: number): Promise<Record<string, string>> {
  assertType(request, /^multipart\/form-data$/)
  const bytes = await boundedBytes(request, most)
  const headers = { 'content-type': request.headers.get('content-type')! }
  const form = await new Response(bytes.slice(), { headers }).formData().catch(() => {
    throw new DomainError('invalid-body')
  })
  return Object.fromEntries(
    [...form].filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
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

async function boundedText(request: Request, most = BODY_BYTES): Promise<string> {
  return utf8(await boundedBytes(request, most))
}

/** The body; one that says it is too large is refused unread. */
async function boundedBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw new DomainError('body-too-large')
  const bytes = new Uint8Array(await request.arrayBuffer())
  if (bytes.length > most) throw new DomainError('body-too-large')
  return bytes
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
