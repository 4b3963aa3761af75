import type { Context } from 'hono'

/** A refusal of the local stack's own routes (RFC 9457); the product's codes are in `shared/problem.ts`. */
export function localProblem(c: Context, status: 400 | 404 | 409, code: string, detail: string): Response {
  const body = { type: `urn:viche:problem:${code}`, title: code, status, code, detail }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}
