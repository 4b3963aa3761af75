import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

export interface OpenIdProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /**
   * Claims of the next people who sign in, by what they type; anybody else turns back. `acr` and `auth_time` (seconds of the
   * epoch) are how and when they do it.
   */
  readonly people: Map<string, Readonly<Record<string, unknown>>>
  /** Where browsers go back to; set before the first of them comes. */
  expect(redirectUri: string): void
  stop(): Promise<void>
}

/** A real OpenID provider (panva's `oidc-provider`) on this machine, which demands PKCE. Its own page asks who one is. */
export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const [clientId, clientSecret] = ['viche', 'a secret of nobody else, long enough for HMAC']
  const people: OpenIdProvider['people'] = new Map()
  const keys = await keysOf()
  const life = {
    AccessToken: 60,
    AuthorizationCode: 60,
    Grant: 600,
    IdToken: 60,
    Interaction: 600,
    Session: 600,
  }
  const configured = (redirectUri: string): Configuration => ({
    ...keys,
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    ttl: life,
    acrValues: [STRONG, WEAK],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'email'],
    claims: {
      openid: ['sub'],
      profile: ['family_name', 'given_name', 'middle_name', 'drfocode', 'unzr'],
      email: ['email', 'email_verified'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
  })
  return {
    ...{ issuer, clientId, clientSecret, people },
    expect: (redirectUri) => serve(server, new Provider(issuer, configured(redirectUri)), people),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function keysOf(): Promise<Pick<Configuration, 'jwks' | 'cookies'>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { jwks: { keys: [await exportJWK(privateKey)] }, cookies: { keys: ['of this process'] } }
}

/** Ways to sign in that it knows. */
export const [STRONG, WEAK] = ['urn:example:strong', 'urn:example:weak']

const ASK = `<!doctype html><html lang="uk"><title>Хто ви?</title><form method="post">
<label>Хто ви? <input name="who"></label> <button>Увійти</button></form></html>`

/** Whoever names themselves has signed in and agreed; whoever leaves the field empty has turned back. */
function serve(server: Server, provider: Provider, people: OpenIdProvider['people']): void {
  const answer = provider.callback()
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    if (request.method !== 'POST') {
      return response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(ASK)
    }
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const who = new URLSearchParams(Buffer.concat(chunks).toString()).get('who')
    const { params } = await provider.interactionDetails(request, response)
    if (!who) {
      return provider.interactionFinished(request, response, { error: 'access_denied' })
    }
    const grant = new provider.Grant({ accountId: who, clientId: String(params.client_id) })
    grant.addOIDCScope(String(params.scope))
    const consent = { grantId: await grant.save() }
    const { acr, auth_time: ts } = people.get(who) ?? {}
    const how = {
      ...(acr !== undefined && { acr: String(acr) }),
      ...(ts !== undefined && { ts: Number(ts) }),
    }
    const login = { accountId: who, ...how }
    return provider.interactionFinished(request, response, { login, consent })
  })
}
