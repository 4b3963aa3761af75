import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { preferredLocale } from '../../functions/http/locale'
import { problemResponse } from '../../functions/http/problem'
import { DomainError, type ProblemCode } from '../../shared/problem'
import { type HttpFunction, type Route, type Topology, toFunction } from '../topology'
import type { Handlers } from './handlers'
import { type ObjectFiles, pageKey } from './object-files'
import { routeOf } from './path-pattern'
import { report } from './report'

export const BODY_BYTES = 256 * 1024

export interface SiteParts {
  readonly topology: Pick<Topology, 'routes' | 'http'>
  readonly handlers: Pick<Handlers, HttpFunction>
  readonly files: ObjectFiles
  /** The local stack's own routes, under `/__local`. */
  readonly local: Hono
}

/**
 * The public address as the CDN lays it out: routes of the topology go to the functions, everything else
 * is a file.
 */
export function site(parts: SiteParts): Hono {
  const app = new Hono({ strict: true })
  const tooLarge = ({ req }: Context) =>
    secured(problem('body-too-large', req.raw), parts.topology, routeOf(req.path, parts.topology.routes))
  app.use(bodyLimit({ maxSize: BODY_BYTES, onError: tooLarge }))
  app.route('/__local', parts.local)
  app.all('*', async ({ req }) => {
    const route = routeOf(req.path, parts.topology.routes)
    return secured(await answer(parts, req.raw, req.path, route), parts.topology, route)
  })
  app.onError((error, { req }) => {
    report(`${req.method} ${routeName(req.path)}`, error)
    return problemResponse(error, preferredLocale(req.header('accept-language')))
  })
  return app
}

async function answer(
  { handlers, files }: SiteParts,
  request: Request,
  path: string,
  route: Route | undefined,
): Promise<Response> {
  if (route && toFunction(route)) return handlers[route.to].fetch(request)
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return problem('method-not-allowed', request, { allow: 'GET, HEAD' })
  }
  const file = await files.answer(route?.to === 'objects' ? path.slice(1) : pageKey(path), request)
  return file ?? handlers.pages.fetch(request)
}

/** The headers every answer carries in the cloud; HSTS has no meaning without TLS. */
function secured(response: Response, { http }: SiteParts['topology'], route: Route | undefined): Response {
  const answer = new Response(response.body, response)
  const headers = route?.headers ? http.variations[route.headers] : http.responseHeaders
  for (const [name, value] of Object.entries(headers)) {
    if (name !== 'strict-transport-security') answer.headers.set(name, value)
  }
  return answer
}

function problem(code: ProblemCode, request: Request, headers: Record<string, string> = {}): Response {
  const locale = preferredLocale(request.headers.get('accept-language') ?? undefined)
  return problemResponse(new DomainError(code), locale, headers)
}

/** The first part of a path: further ones may name a person or carry a token. */
function routeName(path: string): string {
  return `/${path.split('/')[1] ?? ''}`
}
