import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { withdrawForm } from '../../shared/http/resident'
import { paths } from '../../web/addresses'
import { WithdrawPage, type WithdrawPageProps } from '../../web/pages/me/withdraw'
import { query } from '../http/body'
import type { ResidentsDeps } from './deps'
import { ownerOf, ownPage } from './own-page'
import { ownForm } from './session'
import { withdrawable, withdrawSignature } from './withdraw'

/** Withdrawing a signature: the question first, then one press. */
export function withdrawPages(app: Hono, deps: ResidentsDeps): void {
  ownPage(app, deps, paths.meWithdraw, {
    async get(c, session, locale) {
      const { petition } = query(c.req.raw, withdrawForm)
      const found = await withdrawable(deps, session.person, petition)
      return shown(c, { ...ownerOf(session, locale), ...found }, 200)
    },
    async post(c, session, locale) {
      const { petition } = await ownForm(c, session, withdrawForm)
      const found = await withdrawSignature(deps, session.person, petition, locale)
      const done = found.answer === 'annulled'
      return shown(c, { ...ownerOf(session, locale), ...found, done }, done ? 200 : 409)
    },
  })
}

function shown(c: Context, props: WithdrawPageProps, status: ContentfulStatusCode) {
  return c.html(<WithdrawPage {...props} />, status)
}
