import { Hono } from 'hono'
import { DomainError } from '../../shared/problem'
import { NotFoundPage } from '../../web/pages/not-found'
import { localeOfPath } from '../http/locale'
import { problemResponse } from '../http/problem'
import { answerProblems, requestLocale } from '../http/resource'
import { authorPages } from './author'
import { authorLinkPages } from './author-link'
import { confirmPages } from './confirm'
import type { PagesDeps } from './deps'
import { embedPages } from './embed'
import { receiptPages } from './receipt'
import { signersPages } from './signers'
import { submitPages } from './submit'
import { updatesPages } from './updates'

/**
 * Pages that cannot be files: those behind mailed links, the steps of submitting, and the one that composes a widget's
 * code. What is nowhere else ends here too.
 */
export function createPages(deps: PagesDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  confirmPages(app, deps)
  receiptPages(app, deps)
  updatesPages(app, deps)
  authorPages(app, deps)
  authorLinkPages(app, deps)
  submitPages(app, deps)
  embedPages(app, deps)
  signersPages(app, deps)
  app.notFound((c) =>
    forProgram(c.req.path, c.req.header('accept'))
      ? problemResponse(new DomainError('not-found'), requestLocale(c))
      : c.html(<NotFoundPage locale={localeOfPath(c.req.path)} />, 404),
  )
  return app
}

/** By the address first: the CDN does not pass on what a reader accepts when a file is missing. */
function forProgram(path: string, accept = ''): boolean {
  return /^\/(api|log)\//.test(path) || accept.includes('json')
}
