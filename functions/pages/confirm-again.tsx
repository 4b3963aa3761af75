import type { Context } from 'hono'
import { DomainError } from '../../shared/problem'
import { LinkExpiredPage, LinkRenewedPage } from '../../web/pages/link-expired'
import { openLateLink, renewLink } from '../actions/renew-link'
import { localeOfPath } from '../http/locale'
import type { PagesDeps } from './deps'
import { unlessClosed } from './signed'
import { submitExpired } from './submit-expired'

/**
 * A link to sign that has expired brings a page where one press has a fresh one mailed, nothing filled in anew; a link
 * to submit, the way to the form and its draft.
 */
export async function unlessExpired(
  c: Context,
  deps: PagesDeps,
  token: string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'token-expired')) throw error
    const link = await openLateLink(deps, token).catch(() => undefined)
    const petition = link && (await deps.petitions.load(link.petitionId))
    if (!petition) return submitExpired(c, deps, token, error)
    const locale = localeOfPath(c.req.path)
    return c.html(<LinkExpiredPage locale={locale} petition={petition} token={token} />, 410)
  }
}

/** The button of that page was pressed. */
export async function askAgain(c: Context, deps: PagesDeps, token: string): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  const { petitionId } = await openLateLink(deps, token)
  return unlessClosed(c, deps, petitionId, async () => {
    await renewLink(deps, token, locale)
    const petition = await deps.petitions.load(petitionId)
    if (!petition) throw new DomainError('petition-not-found')
    return c.html(<LinkRenewedPage locale={locale} petition={petition} />)
  })
}
