// The smallest router, as for the public API.
import { Hono } from 'hono/tiny'
import { DomainError } from '../../shared/problem'
import { parseSignatureId } from '../../shared/signing/signature-id'
import { type Receipt, type ReceiptDeps, receiptOf } from '../actions/receipt'
import { answerProblems, resource } from '../http/resource'
import type { Clock } from '../ports/clock'
import type { PetitionStore } from '../ports/petition-store'
import { whileNamesAreKept } from '../signing/kept-names'

/** What receipts rest on. */
export interface ReceiptsDeps extends ReceiptDeps {
  readonly clock: Clock
  readonly petitions: Pick<PetitionStore, 'load'>
}

/** The receipts of signatures: the one part of the public API that reads the published log. */
export function createReceipts(deps: ReceiptsDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  resource(app, '/api/v1/signatures/:id/receipt', {
    async get(c) {
      const key = parseSignatureId(c.req.param('id') ?? '')
      if (!key) throw new DomainError('signature-not-found')
      const receipt = await whileNamesAreKept(deps, key.petitionId, () => receiptOf(deps, key))
      if (!receipt) return c.json({ status: 'waiting' }, 202, { 'retry-after': '2' })
      return c.body(receipt.text, 200, receiptHeaders(receipt))
    },
  })
  return app
}

/** A file to keep; that the signature was annulled since is told beside it, for the proof itself still holds. */
function receiptHeaders({ fileName, annulled }: Receipt): Record<string, string> {
  return {
    'content-type': 'text/plain; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
    ...(annulled !== undefined && { 'viche-annulled': annulled }),
  }
}
