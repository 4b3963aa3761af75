import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { DomainError, type ProblemCode } from '../../shared/problem'
import { ClosedPage } from '../../web/pages/closed'
import { SignedPage } from '../../web/pages/signed'
import { type ConfirmedSignature, confirmSignature } from '../actions/confirm-signature'
import { followPetition, isFollowing } from '../actions/follow-petition'
import { type ViewDeps, viewPetition } from '../actions/view-petition'
import { localeOfPath } from '../http/locale'
import { problemOf, reportUnforeseen } from '../http/problem'
import { whileNamesAreKept } from '../signing/kept-names'
import type { LinkOf } from '../signing/link-token'
import type { PagesDeps } from './deps'
import { receiptIn, receiptStanding } from './receipt'

interface Pressed {
  readonly token: string
  /** The box that asks for mail about the petition was ticked. */
  readonly updates: boolean
}

/** The button of the page behind a link to sign was pressed. */
export function signed(
  c: Context,
  deps: PagesDeps,
  link: LinkOf<'sign'>,
  pressed: Pressed,
): Promise<Response> {
  return unlessClosed(c, deps, link.petitionId, async () => {
    const signature = await whileNamesAreKept(deps, link.petitionId, () => confirmSignature(deps, link))
    const following = pressed.updates
      ? await follows(c, deps, link, signature)
      : await isFollowing(deps, link)
    const standing = signature.created ? {} : await receiptStanding(deps, signature.key)
    const { view } = await viewPetition(deps, link.petitionId)
    return c.html(
      <SignedPage
        locale={localeOfPath(c.req.path)}
        again={!signature.created}
        petition={view}
        confirmedAt={signature.confirmedAt}
        following={following}
        receipt={{ ...receiptIn(view, signature.key, standing), token: pressed.token }}
        publicUrl={deps.publicUrl}
      />,
    )
  })
}

/** The signature counts whatever becomes of this. What follows from the signature itself is news already. */
async function follows(
  c: Context,
  deps: PagesDeps,
  link: LinkOf<'sign'>,
  { confirmedAt }: ConfirmedSignature,
) {
  try {
    await followPetition(deps, link, localeOfPath(c.req.path), confirmedAt)
    return true
  } catch (error) {
    reportUnforeseen(error)
    return isFollowing(deps, link)
  }
}

const CLOSED: readonly ProblemCode[] = ['collection-ended', 'petition-withdrawn']

/** Whoever comes too late is told where the petition stands and what can be done yet. */
export async function unlessClosed(
  c: Context,
  deps: ViewDeps,
  petitionId: string,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError && CLOSED.includes(error.code))) throw error
    const { view } = await viewPetition(deps, petitionId)
    const locale = localeOfPath(c.req.path)
    const { status, code } = problemOf(error, locale)
    return c.html(<ClosedPage locale={locale} petition={view} code={code} />, status as ContentfulStatusCode)
  }
}
