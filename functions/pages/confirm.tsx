import type { Context, Hono } from 'hono'
import { confirmForm } from '../../shared/http/signing'
import { isSignable } from '../../shared/petition/project'
import { DomainError } from '../../shared/problem'
import { assertSignable } from '../../shared/signing/signable'
import { ConfirmPage } from '../../web/pages/confirm'
import { SubmittedPage } from '../../web/pages/submitted'
import { confirmPetition, draftOf } from '../actions/confirm-petition'
import { viewPetition } from '../actions/view-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { authorToken } from '../signing/author-link'
import type { LinkOf } from '../signing/link-token'
import { signatureOfLink } from '../signing/signature-of-link'
import { askAgain, unlessExpired } from './confirm-again'
import type { PagesDeps } from './deps'
import { signed, unlessClosed } from './signed'

/** Where links to confirm lead. Mail scanners open links, so only the page's button changes anything. */
export function confirmPages(app: Hono, deps: PagesDeps): void {
  page(app, '/confirm', {
    get(c) {
      const token = c.req.query('token') ?? ''
      return unlessExpired(c, deps, token, async () => {
        const link = await deps.tokens.open(token, deps.clock.now(), 'sign', 'submit')
        return link.purpose === 'sign'
          ? signatureAsked(c, deps, link, token)
          : petitionAsked(c, deps, link, token)
      })
    },
    async post(c) {
      const { token, updates, again } = await formBody(c.req.raw, confirmForm)
      if (again) return askAgain(c, deps, token)
      return unlessExpired(c, deps, token, async () => {
        const link = await deps.tokens.open(token, deps.clock.now(), 'sign', 'submit')
        return link.purpose === 'sign'
          ? signed(c, deps, link, { token, updates: updates !== undefined })
          : submitted(c, deps, link)
      })
    },
  })
}

async function signatureAsked(c: Context, deps: PagesDeps, link: LinkOf<'sign'>, token: string) {
  const petition = await deps.cache.petition(link.petitionId)
  if (!petition) throw new DomainError('petition-not-found')
  const locale = localeOfPath(c.req.path)
  const asked = () => (
    <ConfirmPage
      {...{ locale, token, kind: 'sign', title: petition.title, person: link.person }}
      closesOn={petition.closesOn}
    />
  )
  const now = deps.clock.now()
  if (!isSignable(petition, now) && (await hasSigned(deps, link))) return c.html(asked())
  return unlessClosed(c, deps, link.petitionId, async () => {
    assertSignable(petition, now)
    return c.html(asked())
  })
}

async function hasSigned(deps: PagesDeps, link: LinkOf<'sign'>): Promise<boolean> {
  const key = await signatureOfLink(deps.petitions, link).catch(() => undefined)
  return key !== undefined && (await deps.signatures.find(key)) !== undefined
}

async function petitionAsked(c: Context, deps: PagesDeps, link: LinkOf<'submit'>, token: string) {
  const shown = (await draftOf(deps, link)) ?? (await deps.petitions.load(link.petitionId))
  if (!shown) throw new DomainError('token-expired')
  const { title, author: person } = shown
  const locale = localeOfPath(c.req.path)
  return c.html(<ConfirmPage locale={locale} kind="submit" token={token} title={title} person={person} />)
}

async function submitted(c: Context, deps: PagesDeps, link: LinkOf<'submit'>) {
  const { petition, created } = await confirmPetition(deps, link)
  const { view } = await viewPetition(deps, petition.id)
  const token = await authorToken(deps.tokens, link, deps.clock.now())
  const locale = localeOfPath(c.req.path)
  return c.html(<SubmittedPage locale={locale} petition={view} again={!created} token={token} />)
}
