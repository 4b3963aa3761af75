import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { DomainError } from '../../shared/problem'
import { ProblemPage } from '../../web/pages/problem'
import { localeOfPath } from './locale'
import { noteRefusal, problemOf, reportUnforeseen, retryAfter } from './problem'

type Handler = (c: Context) => Response | Promise<Response>

/** A page in both languages, `/path` and `/en/path`; what goes wrong on it is told as a page too. */
export function page(
  app: Hono,
  path: string,
  handlers: { readonly get?: Handler; readonly post?: Handler },
): void {
  const allow = [handlers.get && 'GET, HEAD', handlers.post && 'POST'].filter(Boolean).join(', ')
  for (const address of [path, `/en${path}`]) {
    if (handlers.get) app.get(address, told(handlers.get))
    if (handlers.post) app.post(address, told(handlers.post))
    app.all(address, (c) => problemPage(c, new DomainError('method-not-allowed'), { allow }))
  }
}

function told(handler: Handler): Handler {
  return async (c) => {
    try {
      return await handler(c)
    } catch (error) {
      reportUnforeseen(error)
      return problemPage(c, error)
    }
  }
}

/** An error as a page in the language of the address. */
export async function problemPage(c: Context, error: unknown, headers: Record<string, string> = {}) {
  const locale = localeOfPath(c.req.path)
  noteRefusal(c, error)
  const problem = problemOf(error, locale)
  const status = problem.status as ContentfulStatusCode
  return c.html(<ProblemPage locale={locale} problem={problem} />, status, {
    ...retryAfter(error),
    ...headers,
  })
}
