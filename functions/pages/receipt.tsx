import type { Context, Hono } from 'hono'
import { receiptMailBody } from '../../shared/http/signing'
import type { PetitionView } from '../../shared/petition/view'
import { DomainError } from '../../shared/problem'
import { parseSignatureId, type SignatureKey, signatureId } from '../../shared/signing/signature-id'
import { ReceiptPage } from '../../web/pages/receipt'
import { viewPetition } from '../actions/view-petition'
import { formBody } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { whileNamesAreKept } from '../signing/kept-names'
import type { LinkOf } from '../signing/link-token'
import { signatureOfLink } from '../signing/signature-of-link'
import type { PagesDeps } from './deps'

/** A signature's receipt for its signer: where to download it, and having it mailed. */
export function receiptPages(app: Hono, deps: PagesDeps): void {
  page(app, '/receipt', {
    get(c) {
      const key = parseSignatureId(c.req.query('id') ?? '')
      if (!key) throw new DomainError('signature-not-found')
      return shown(c, deps, key, false)
    },
    async post(c) {
      const { token, keep } = await formBody(c.req.raw, receiptMailBody)
      const link = await deps.tokens.open(token, deps.clock.now(), 'sign')
      const key = await whileNamesAreKept(deps, link.petitionId, () => signatureOf(deps, link))
      const locale = localeOfPath(c.req.path)
      await deps.mailQueue.send([{ type: 'receipt', token, locale, keep: keep !== undefined }])
      return shown(c, deps, key, true)
    },
  })
}

/** @throws DomainError `petition-not-found`, or `signature-not-found` where the link was never confirmed */
async function signatureOf(deps: PagesDeps, link: LinkOf<'sign'>): Promise<SignatureKey> {
  const key = await signatureOfLink(deps.petitions, link)
  if (!(await deps.signatures.find(key))) throw new DomainError('signature-not-found')
  return key
}

async function shown(c: Context, deps: PagesDeps, key: SignatureKey, mailed: boolean): Promise<Response> {
  const standing = await whileNamesAreKept(deps, key.petitionId, () => receiptStanding(deps, key))
  const { view } = await viewPetition(deps, key.petitionId)
  return c.html(
    <ReceiptPage
      locale={localeOfPath(c.req.path)}
      petition={view}
      mailed={mailed}
      {...receiptIn(view, key, standing)}
    />,
  )
}

interface Standing {
  readonly index?: number
  readonly annulled?: string
}

/** @throws DomainError `signature-not-found` */
export async function receiptStanding(
  { signatures }: Pick<PagesDeps, 'signatures'>,
  key: SignatureKey,
): Promise<Standing> {
  const state = await signatures.find(key)
  if (!state) throw new DomainError('signature-not-found')
  if (state.index === undefined) return {}
  const annulled = await signatures.annulment(key.petitionId, state.index)
  return { index: state.index, ...(annulled !== undefined && { annulled }) }
}

/** What the page shows of a receipt: an index only once the published log covers it. */
export function receiptIn({ log }: PetitionView, key: SignatureKey, { index, annulled }: Standing) {
  const published = index !== undefined && log !== undefined && index < log.size
  return { id: signatureId(key), index: published ? index : undefined, annulled }
}
