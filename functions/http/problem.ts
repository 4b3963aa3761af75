import type { Context } from 'hono'
import type { Locale } from '../../shared/locale'
import { DomainError, type FieldError, type ProblemCode } from '../../shared/problem'
import { worded } from './field-errors'
import { PROBLEMS } from './problem-texts'
import { waitingWords } from './waiting-words'

/** RFC 9457 problem details with a stable `code`. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: ProblemCode | 'internal'
  readonly errors?: readonly FieldError[]
}

/** What a client is told of an error; of one that is not the domain's, only that it happened. */
export function problemOf(error: unknown, locale: Locale): Problem {
  const code: Problem['code'] = error instanceof DomainError ? error.code : 'internal'
  const { status, title, detail } = PROBLEMS[code]
  const base = {
    type: `urn:viche:problem:${code}`,
    title: title[locale],
    status,
    detail: detail[locale].replace('{wait}', waitIn(locale, error)),
    code,
  }
  if (!(error instanceof DomainError) || error.fields.length === 0) return base
  return { ...base, errors: worded(error.fields, locale) }
}

function waitIn(locale: Locale, error: unknown): string {
  return waitingWords(locale, error instanceof DomainError ? error.retryAfter : undefined)
}

/** Notes with which code a request is refused, for whoever keeps a trail. @returns its status */
export function noteRefusal(c: Context, error: unknown): number {
  c.set('refusal', error instanceof DomainError ? error.code : 'internal')
  return PROBLEMS[error instanceof DomainError ? error.code : 'internal'].status
}

/** The code that was noted; undefined where none was. */
export function refusalOf(c: Context): Problem['code'] | undefined {
  return c.get('refusal')
}

/** The error as an `application/problem+json` response. */
export function problemResponse(
  error: unknown,
  locale: Locale,
  headers: Record<string, string> = {},
): Response {
  const problem = problemOf(error, locale)
  return Response.json(problem, {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      ...retryAfter(error),
      ...(error instanceof DomainError && error.challenge && { 'www-authenticate': error.challenge }),
      ...headers,
    },
  })
}

/** `Retry-After` in whole seconds, where trying again makes sense. */
export function retryAfter(error: unknown): Record<string, string> {
  const seconds = error instanceof DomainError ? error.retryAfter : undefined
  return seconds === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(seconds))) }
}

/**
 * Records an error nobody foresaw, for whoever operates the functions. Its message may repeat input,
 * so only its kind and the places in the code are written.
 */
export function reportUnforeseen(error: unknown): void {
  if (error instanceof DomainError) return
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  const frames = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  console.error(
    JSON.stringify({ level: 'error', error: name, at: frames.slice(0, 8).map((line) => line.trim()) }),
  )
}
