import type { Context, Hono } from 'hono'
import { DomainError } from '../../shared/problem'
import { localeOfPath, preferredLocale } from './locale'
import { noteRefusal, problemResponse, reportUnforeseen } from './problem'

type Method = 'get' | 'post' | 'put' | 'delete'
type Handler = (c: Context) => Response | Promise<Response>

/** One address and what may be done there; anything else is answered with 405 and what is allowed (RFC 9110). */
export function resource(app: Hono, path: string, handlers: Partial<Record<Method, Handler>>): void {
  const methods = Object.keys(handlers) as Method[]
  for (const method of methods) app[method](path, handlers[method]!)
  const allow = methods
    .flatMap((method) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()]))
    .join(', ')
  app.all(path, (c) => problemResponse(new DomainError('method-not-allowed'), requestLocale(c), { allow }))
}

/** Nothing has a name this long; the table could not even look for it. */
const LONGEST_PART = 256

/** Every error becomes a problem; those nobody foresaw are recorded and tell the client nothing. */
export function answerProblems(app: Hono): void {
  app.use(async (c, next) => {
    if (c.req.path.split('/').some((part) => part.length > LONGEST_PART)) throw new DomainError('not-found')
    await next()
  })
  app.onError((error, c) => {
    reportUnforeseen(error)
    noteRefusal(c, error)
    return problemResponse(error, requestLocale(c))
  })
  app.notFound((c) => problemResponse(new DomainError('not-found'), requestLocale(c)))
}

/** English under `/en/`, else what the reader's browser prefers, else Ukrainian. */
export function requestLocale(c: Context) {
  return localeOfPath(c.req.path) === 'en' ? 'en' : preferredLocale(c.req.header('accept-language'))
}
