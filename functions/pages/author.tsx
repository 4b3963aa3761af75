import type { Hono } from 'hono'
import { confirmBody } from '../../shared/http/signing'
import { AuthorPage } from '../../web/pages/author'
import { ResultPage } from '../../web/pages/result'
import { runCommand } from '../actions/run-command'
import { viewPetition } from '../actions/view-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { PagesDeps } from './deps'

/** The author's own page behind a mailed link: where the petition stands, and withdrawing it. */
export function authorPages(app: Hono, deps: PagesDeps): void {
  page(app, '/author', {
    async get(c) {
      const token = c.req.query('token') ?? ''
      const { petitionId } = await deps.tokens.open(token, deps.clock.now(), 'author')
      const { view } = await viewPetition(deps, petitionId)
      const askWithdraw = c.req.query('withdraw') === 'ask'
      const locale = localeOfPath(c.req.path)
      return c.html(<AuthorPage locale={locale} petition={view} token={token} askWithdraw={askWithdraw} />)
    },
    async post(c) {
      const { token } = await formBody(c.req.raw, confirmBody)
      const { petitionId } = await deps.tokens.open(token, deps.clock.now(), 'author')
      await runCommand(deps, petitionId, { type: 'withdraw', by: { role: 'author' } })
      const { view } = await viewPetition(deps, petitionId)
      return c.html(<ResultPage locale={localeOfPath(c.req.path)} kind="withdrawn" petition={view} />)
    },
  })
}
