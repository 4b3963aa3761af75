import type { Context, Hono } from 'hono'
import { confirmBody } from '../../shared/http/signing'
import { DomainError } from '../../shared/problem'
import { PublicUrl } from '../../web/components/public-url'
import { AuthorPage } from '../../web/pages/author'
import { AuthorLinkPage } from '../../web/pages/author/link'
import { WithdrawnPage } from '../../web/pages/author/withdrawn'
import { openOldAuthorLink } from '../actions/request-author-link'
import { runCommand } from '../actions/run-command'
import { viewPetition } from '../actions/view-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { PagesDeps } from './deps'

/** The author's own page behind a mailed link: where the petition stands, and withdrawing it. */
export function authorPages(app: Hono, deps: PagesDeps): void {
  page(app, '/author', {
    get(c) {
      const token = c.req.query('token') ?? ''
      return unlessExpired(c, deps, token, async () => {
        const { petitionId, email } = await deps.tokens.open(token, deps.clock.now(), 'author')
        const { view: petition } = await viewPetition(deps, petitionId)
        const askWithdraw = c.req.query('withdraw') === 'ask'
        const locale = localeOfPath(c.req.path)
        return c.html(
          <PublicUrl.Provider value={deps.publicUrl}>
            <AuthorPage {...{ locale, petition, token, email, askWithdraw }} />
          </PublicUrl.Provider>,
        )
      })
    },
    async post(c) {
      const { token } = await formBody(c.req.raw, confirmBody)
      return unlessExpired(c, deps, token, async () => {
        const { petitionId, email } = await deps.tokens.open(token, deps.clock.now(), 'author')
        await runCommand(deps, petitionId, { type: 'withdraw', by: { role: 'author' } })
        const { view: petition } = await viewPetition(deps, petitionId)
        return c.html(<WithdrawnPage {...{ locale: localeOfPath(c.req.path), petition, token, email }} />)
      })
    },
  })
}

/** A link that has expired brings a page where one press has a fresh one mailed; a broken one, where to ask for it. */
async function unlessExpired(c: Context, deps: PagesDeps, token: string, work: () => Promise<Response>) {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof DomainError ? error.code : undefined
    if (code !== 'token-expired' && code !== 'token-invalid') throw error
    const locale = localeOfPath(c.req.path)
    const genuine = await openOldAuthorLink(deps.tokens, token).catch(() => undefined)
    return genuine
      ? c.html(<AuthorLinkPage locale={locale} token={token} />, 410)
      : c.html(<AuthorLinkPage locale={locale} broken={token !== ''} />, 400)
  }
}
