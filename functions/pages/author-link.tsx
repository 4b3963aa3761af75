import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { authorLinkForm } from '../../shared/http/author-link'
import { AuthorLinkPage, type AuthorLinkPageProps } from '../../web/pages/author/link'
import { openOldAuthorLink, requestAuthorLink } from '../actions/request-author-link'
import { formBody } from '../http/body'
import { clientAddress } from '../http/client-address'
import { fieldErrors, worded } from '../http/field-errors'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { PagesDeps } from './deps'

/** A fresh link to the author's page, for whoever holds an old one or knows petition and address. */
export function authorLinkPages(app: Hono, deps: PagesDeps): void {
  page(app, '/author/link', {
    get: (c) => shown(c, {}),
    async post(c) {
      const { token, ...typed } = await formBody(c.req.raw, sent)
      const { email, petition } = typed
      if (token !== undefined) return renewed(c, deps, await openOldAuthorLink(deps.tokens, token))
      const asked = authorLinkForm.safeParse({ email, petition })
      if (asked.success) {
        return renewed(c, deps, { email: asked.data.email, petitionId: asked.data.petition })
      }
      const errors = worded(fieldErrors(asked.error), localeOfPath(c.req.path))
      return shown(c, {
        typed,
        errors: errors.map(({ field, code, message = code }) => ({ field, message })),
      })
    },
  })
}

/** As it may come; what is wrong with it is said beside the fields. */
const sent = z.strictObject({
  token: z.string().max(8192).optional(),
  petition: z.string().optional(),
  email: z.string().optional(),
})

async function renewed(c: Context, deps: PagesDeps, author: { petitionId: string; email: string }) {
  const locale = localeOfPath(c.req.path)
  const network = clientAddress(c.req.raw, deps.addressHeader)
  const { petitionId, email } = author
  await requestAuthorLink(deps, { petitionId, email, network, locale })
  return shown(c, { sent: true })
}

function shown(c: Context, props: Omit<AuthorLinkPageProps, 'locale'>) {
  const element = <AuthorLinkPage locale={localeOfPath(c.req.path)} {...props} />
  return c.html(element, props.errors ? 400 : 200)
}
