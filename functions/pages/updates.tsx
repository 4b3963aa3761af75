import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { updatesForm } from '../../shared/http/signing'
import { DomainError } from '../../shared/problem'
import { LostUpdatesPage, UpdatesPage } from '../../web/pages/updates'
import { followPetition, isFollowing, type ProvenAddress, unfollowPetition } from '../actions/follow-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { problemOf } from '../http/problem'
import type { PagesDeps } from './deps'

/**
 * Following a petition by mail. Opening a link changes nothing, since mail scanners open links. A POST to a link as
 * it stands in a mail's `List-Unsubscribe` is the one click of RFC 8058: no login, no cookie, no further question.
 */
export function updatesPages(app: Hono, deps: PagesDeps): void {
  page(app, '/updates', {
    get: (c) =>
      unlessLost(c, async () => {
        const token = c.req.query('token') ?? ''
        const address = await addressOf(deps, token)
        return shown(c, deps, address, token, await isFollowing(deps, address), false)
      }),
    post: (c) =>
      unlessLost(c, async () => {
        const oneClick = c.req.query('token')
        const { token, wish } =
          oneClick === undefined ? await formBody(c.req.raw, updatesForm) : STOP(oneClick)
        const address = await addressOf(deps, token)
        const following = wish === 'follow'
        if (following) await followPetition(deps, address, localeOfPath(c.req.path))
        else await unfollowPetition(deps, address)
        return shown(c, deps, address, token, following, true)
      }),
  })
}

const STOP = (token: string) => ({ token, wish: 'unfollow' }) as const

/** @throws DomainError `token-expired`, `token-invalid` */
function addressOf(deps: PagesDeps, token: string): Promise<ProvenAddress> {
  return deps.tokens.open(token, deps.clock.now(), 'updates', 'sign')
}

async function shown(
  c: Context,
  deps: PagesDeps,
  { petitionId }: ProvenAddress,
  token: string,
  following: boolean,
  changed: boolean,
): Promise<Response> {
  const petition = await deps.petitions.load(petitionId)
  if (!petition) throw new DomainError('petition-not-found')
  const locale = localeOfPath(c.req.path)
  return c.html(<UpdatesPage locale={locale} {...{ petition, token, following, changed }} />)
}

const LOST = ['token-expired', 'token-invalid', 'names-erased']

/** Whoever wants no more mail must not meet a riddle: a link past its time is told as just that. */
async function unlessLost(c: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError && LOST.includes(error.code))) throw error
    const locale = localeOfPath(c.req.path)
    return c.html(
      <LostUpdatesPage locale={locale} />,
      problemOf(error, locale).status as ContentfulStatusCode,
    )
  }
}
