import * as openid from 'openid-client'
import type { Random } from '../../ports/random'
import { failureOf } from './openid-failure'

/** Who this installation is to an OpenID Connect provider. */
export interface OpenIdClient {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: () => Promise<string>
  readonly redirectUri: string
}

/** Seconds for which each answer of the provider is waited for. */
const TIMEOUT_SECONDS = 5

/** The provider's own description, asked for once. The signature of its ID tokens is checked with its keys. */
export function configurationOf(client: OpenIdClient): () => Promise<openid.Configuration> {
  return rememberedOnceGot(() => discovered(client))
}

async function discovered(client: OpenIdClient): Promise<openid.Configuration> {
  const { issuer, clientId, clientSecret } = client
  const server = new URL(issuer)
  const insecure = server.protocol === 'http:' ? [openid.allowInsecureRequests] : []
  return openid.discovery(server, clientId, await clientSecret(), undefined, {
    execute: [openid.enableNonRepudiationChecks, ...insecure],
    timeout: TIMEOUT_SECONDS,
  })
}

/** 32 random bytes as base64url: 43 characters, as PKCE asks for at least. */
export function secret(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url')
}

/** @throws IdentityFailure for whatever goes wrong */
export async function unlessFailed<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw failureOf(error)
  }
}

/** What was got stays; what failed is tried again. */
function rememberedOnceGot<T>(get: () => Promise<T>): () => Promise<T> {
  let got: Promise<T> | undefined
  return () => {
    got ??= get().catch((error: unknown) => {
      got = undefined
      throw error
    })
    return got
  }
}
