import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface ForgingProvider {
  readonly issuer: string
  /** What the next ID token says besides; `sign` replaces how it is signed. */
  next: {
    claims: Record<string, unknown>
    sign?: (claims: Record<string, unknown>) => Promise<string> | string
  }
  stop(): Promise<void>
}

/** An OpenID provider that gives out whatever ID token a test tells it to, for any code. */
export async function startForgingProvider(clientId: string): Promise<ForgingProvider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const app = new Hono()
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`
  const signed = (claims: Record<string, unknown>) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: '1' }).sign(privateKey)
  const forger: ForgingProvider = {
    issuer,
    next: { claims: {} },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      id_token_signing_alg_values_supported: ['RS256', 'none'],
    }),
  )
  app.get('/jwks', async (c) =>
    c.json({ keys: [{ ...(await exportJWK(publicKey)), kid: '1', alg: 'RS256', use: 'sig' }] }),
  )
  app.post('/token', async (c) => {
    const now = Math.floor(Date.now() / 1000)
    const { claims, sign = signed } = forger.next
    const all = { iss: issuer, aud: clientId, sub: 'somebody', iat: now, exp: now + 60, ...claims }
    return c.json({ access_token: 'access', token_type: 'bearer', id_token: await sign(all) })
  })
  return forger
}
