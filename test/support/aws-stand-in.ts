import { createHmac, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = { readonly status?: number; readonly body: object }
type Operation = (input: Record<string, unknown>) => Answer

/** A server that speaks the JSON protocol of AWS services, for clients that need nothing else of them. */
export async function startStandIn(operations: Record<string, Operation>) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const name = String(request.headers['x-amz-target']).split('.').at(-1) ?? ''
    const operation = operations[name]
    const { status = 200, body } = operation?.(JSON.parse(Buffer.concat(chunks).toString())) ?? {
      status: 400,
      body: { __type: 'UnknownOperationException' },
    }
    response.writeHead(status, { 'content-type': String(request.headers['content-type']) })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { endpoint, stop: () => close(server) }
}

/** KMS as far as deriving keys goes: a real HMAC under a key of its own. */
export function generateMac(key: Uint8Array = randomBytes(32)): Operation {
  return ({ Message, KeyId, MacAlgorithm }) => {
    const mac = createHmac('sha256', key)
      .update(Buffer.from(String(Message), 'base64'))
      .digest('base64')
    return { body: { KeyId, MacAlgorithm, Mac: mac } }
  }
}

/**
 * KMS as far as an Ed25519 key goes: signs for real, and refuses what such a key does not do.
 * The algorithm's `PH` variant, or a digest for the message, would make signatures that nobody verifies.
 */
export function ed25519Key(keyId: string, privateKey = generateKeyPairSync('ed25519').privateKey) {
  const refused: Answer = { status: 400, body: { __type: 'ValidationException' } }
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  return {
    GetPublicKey: ({ KeyId }) =>
      KeyId === keyId
        ? { body: { KeyId, KeySpec: 'ECC_NIST_EDWARDS25519', PublicKey: spki.toString('base64') } }
        : refused,
    Sign: ({ KeyId, Message, MessageType, SigningAlgorithm }) => {
      if (KeyId !== keyId || MessageType !== 'RAW' || SigningAlgorithm !== 'ED25519_SHA_512') return refused
      const message = Buffer.from(String(Message), 'base64')
      if (message.length < 1 || message.length > 4096) return refused
      const Signature = sign(null, message, privateKey).toString('base64')
      return { body: { KeyId, SigningAlgorithm, Signature } }
    },
  } satisfies Record<string, Operation>
}

function close(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
