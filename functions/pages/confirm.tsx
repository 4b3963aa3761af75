import type { Context, Hono } from 'hono'
import { confirmBody } from '../../shared/http/signing'
import { DomainError } from '../../shared/problem'
import { ConfirmPage } from '../../web/pages/confirm'
import { ResultPage } from '../../web/pages/result'
import { SubmittedPage } from '../../web/pages/submitted'
import { confirmPetition, draftOf } from '../actions/confirm-petition'
import { confirmSignature } from '../actions/confirm-signature'
import { viewPetition } from '../actions/view-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { authorToken } from '../signing/author-link'
import { whileNamesAreKept } from '../signing/kept-names'
import type { LinkOf } from '../signing/link-token'
import type { PagesDeps } from './deps'
import { receiptIn, receiptStanding } from './receipt'

/** Where links to confirm lead. Mail scanners open links, so only the page's button changes anything. */
export function confirmPages(app: Hono, deps: PagesDeps): void {
  page(app, '/confirm', {
    async get(c) {
      const token = c.req.query('token') ?? ''
      const link = await deps.tokens.open(token, deps.clock.now(), 'sign', 'submit')
      const shown =
        link.purpose === 'sign' ? await signatureAsked(deps, link) : await petitionAsked(deps, link)
      return c.html(
        <ConfirmPage locale={localeOfPath(c.req.path)} kind={link.purpose} token={token} {...shown} />,
      )
    },
    async post(c) {
      const { token } = await formBody(c.req.raw, confirmBody)
      const link = await deps.tokens.open(token, deps.clock.now(), 'sign', 'submit')
      return link.purpose === 'sign' ? signed(c, deps, link, token) : submitted(c, deps, link)
    },
  })
}

async function signatureAsked(deps: PagesDeps, link: LinkOf<'sign'>) {
  const petition = await deps.cache.petition(link.petitionId)
  if (!petition) throw new DomainError('petition-not-found')
  return { title: petition.title, person: link.person }
}

async function petitionAsked(deps: PagesDeps, link: LinkOf<'submit'>) {
  const shown = (await draftOf(deps, link)) ?? (await deps.petitions.load(link.petitionId))
  if (!shown) throw new DomainError('token-expired')
  return { title: shown.title, person: shown.author }
}

async function signed(c: Context, deps: PagesDeps, link: LinkOf<'sign'>, token: string) {
  const { key, confirmedAt, created } = await whileNamesAreKept(deps, link.petitionId, () =>
    confirmSignature(deps, link),
  )
  const standing = created ? {} : await receiptStanding(deps, key)
  const { view } = await viewPetition(deps, link.petitionId)
  return c.html(
    <ResultPage
      locale={localeOfPath(c.req.path)}
      kind={created ? 'signed' : 'already-signed'}
      petition={view}
      confirmedAt={confirmedAt}
      receipt={{ ...receiptIn(view, key, standing), token }}
    />,
  )
}

async function submitted(c: Context, deps: PagesDeps, link: LinkOf<'submit'>) {
  const { petition, created } = await confirmPetition(deps, link)
  const { view } = await viewPetition(deps, petition.id)
  const token = await authorToken(deps.tokens, link, deps.clock.now())
  const locale = localeOfPath(c.req.path)
  return c.html(<SubmittedPage locale={locale} petition={view} again={!created} token={token} />)
}
