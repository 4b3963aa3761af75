import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { ProfileDecryptor } from '../../functions/ports/profile-decryptor'
import { idGovUa } from '../../infra/local/id-gov-ua/server'

export interface IdGovUa {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Opens its envelopes: the plug that an installation with a certified library has. */
  readonly decryptor: ProfileDecryptor
  /** Addresses that were asked for. */
  readonly asked: string[]
  /** Answers the next request to a path in its stead. */
  readonly instead: Map<string, () => Response | Promise<Response>>
  stop(): Promise<void>
}

/** A server that speaks id.gov.ua's protocol; its envelopes are AES-GCM instead of the national cipher. */
export async function startIdGovUa(): Promise<IdGovUa> {
  const [clientId, clientSecret, key] = ['viche', 'a secret', randomBytes(32)]
  const app = idGovUa({ clientId, clientSecret, seal: (profile) => sealed(key, profile) })
  const asked: string[] = []
  const instead: IdGovUa['instead'] = new Map()
  const answer = (request: Request) => {
    const { pathname } = new URL(request.url)
    asked.push(request.url)
    return instead.get(pathname)?.() ?? app.fetch(request)
  }
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  return {
    ...{ url, clientId, clientSecret, asked, instead },
    decryptor: { decrypt: async (envelope) => opened(key, envelope) },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function sealed(key: Uint8Array, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

function opened(key: Uint8Array, envelope: string): string {
  const bytes = Buffer.from(envelope, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}
