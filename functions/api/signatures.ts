import type { Hono } from 'hono'
import { challengeQuery, confirmBody, signBody } from '../../shared/http/signing'
import { signatureId } from '../../shared/signing/signature-id'
import { confirmSignature } from '../actions/confirm-signature'
import { requestSignature } from '../actions/request-signature'
import { jsonBody, query } from '../http/body'
import { resource } from '../http/resource'
import { workNow } from '../signing/admission'
import { issueChallenge } from '../signing/challenge'
import { whileNamesAreKept } from '../signing/kept-names'
import type { ApiDeps } from './deps'
import { idOf } from './petitions'
import { readerOf } from './reader'

export function signatureRoutes(app: Hono, deps: ApiDeps): void {
  resource(app, '/api/v1/challenges', {
    async get(c) {
      const wanted = query(c.req.raw, challengeQuery)
      const about = wanted.purpose === 'sign' ? { petitionId: wanted.petition } : {}
      const binding = { purpose: wanted.purpose, email: wanted.email, ...about }
      const now = deps.clock.now()
      const { network } = readerOf(c, deps, undefined)
      const factor = await workNow(deps, { network, ...about }, now)
      return c.json(await issueChallenge(deps.keys, deps.random, deps.challenge, binding, factor, now))
    },
  })
  resource(app, '/api/v1/petitions/:id/signatures', {
    async post(c) {
      const body = await jsonBody(c.req.raw, signBody)
      await requestSignature(deps, idOf(c), body, readerOf(c, deps, body.locale))
      return c.json({ status: 'mail-sent' }, 202)
    },
  })
  resource(app, '/api/v1/signatures/confirm', {
    async post(c) {
      const { token } = await jsonBody(c.req.raw, confirmBody)
      const link = await deps.tokens.open(token, deps.clock.now(), 'sign')
      const { key, confirmedAt, created } = await whileNamesAreKept(deps, link.petitionId, () =>
        confirmSignature(deps, link),
      )
      const signature = { id: signatureId(key), petitionId: key.petitionId, confirmedAt }
      return c.json(signature, created ? 201 : 200)
    },
  })
}
