import { lookup } from 'node:dns/promises'
import { type ClientRequest, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { withoutInvisible } from '../../shared/http/plain-text'
import { isLoopback, isPublicAddress } from '../../shared/systems/public-address'
import { addressFlaw, isOnThisMachine } from '../../shared/systems/receiver-address'
import type { Attempt, AttemptFailure, WebhookSender } from '../ports/webhook-sender'

interface Resolved {
  readonly address: string
  readonly family: number
}

export interface HttpsWebhooksOptions {
  /** Lets `http://localhost` through; only where the whole installation is on one machine. */
  readonly onThisMachine?: boolean
  /** All addresses of a name. */
  readonly resolve?: (hostname: string) => Promise<readonly Resolved[]>
  readonly mayConnect?: (address: string) => boolean
  /** For the whole attempt, names and answer included. */
  readonly timeoutMs?: number
  /** Certificates to trust instead of the system's, in PEM. */
  readonly ca?: string
}

const TIMEOUT_MS = 8_000
/** What is read of an answer before the connection is closed. */
const ANSWER_BYTES = 2_048
const ANSWER_CHARACTERS = 200
const HEADER_BYTES = 8_192
const AGENT = 'Viche-Webhooks/1'

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress'
}

/**
 * Webhooks over HTTPS, to the public internet alone. A connection takes the address that was looked up and checked for
 * it, every one the name has, and is looked at once more when it stands; so a name that leads elsewhere a moment later
 * gains nothing. Nothing is followed, no proxy is asked, no connection is kept.
 */
export function httpsWebhooks(options: HttpsWebhooksOptions = {}): WebhookSender {
  const { onThisMachine = false, timeoutMs = TIMEOUT_MS } = options
  return {
    async send(url, headers, body) {
      const began = performance.now()
      const outcome = addressFlaw(url, onThisMachine)
        ? { failure: 'forbidden-address' as const }
        : await post(new URL(url), headers, body, { ...options, timeoutMs })
      return { ...outcome, milliseconds: Math.round(performance.now() - began) }
    },
  }
}

async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: HttpsWebhooksOptions & { readonly timeoutMs: number },
): Promise<Omit<Attempt, 'milliseconds'>> {
  const signal = AbortSignal.timeout(options.timeoutMs)
  try {
    return await new Promise((resolve, reject) => {
      const request = begin(url, { 'user-agent': AGENT, ...headers }, options, signal)
      request.once('error', reject)
      request.once('response', (response) => {
        const status = response.statusCode ?? 0
        const done = (answer: string) => {
          request.destroy()
          resolve({ status, ...(answer && { answer }), ...(!isSuccess(status) && { failure: 'status' }) })
        }
        readStart(response).then(done, () => (signal.aborted ? reject(signal.reason) : done('')))
      })
      request.end(body)
    })
  } catch (error) {
    return { failure: failureOf(error, signal) }
  }
}

function begin(
  url: URL,
  headers: Record<string, string>,
  { onThisMachine, resolve = everyAddress, mayConnect = isPublicAddress, ca }: HttpsWebhooksOptions,
  signal: AbortSignal,
): ClientRequest {
  const allowed = onThisMachine && isOnThisMachine(url) ? isLoopback : mayConnect
  const make = url.protocol === 'https:' ? requestHttps : requestHttp
  const request = make(url, {
    method: 'POST',
    headers,
    signal,
    agent: false,
    maxHeaderSize: HEADER_BYTES,
    lookup: checkedLookup(resolve, allowed),
    ...(ca !== undefined && { ca }),
  })
  request.once('socket', (socket) =>
    socket.once('connect', () => {
      if (!allowed(socket.remoteAddress ?? '')) request.destroy(new ForbiddenAddress())
    }),
  )
  return request
}

/** Looks a name up for a connection. One forbidden address among those of a name forbids it whole. */
function checkedLookup(
  resolve: NonNullable<HttpsWebhooksOptions['resolve']>,
  allowed: (address: string) => boolean,
): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (found) => {
        const [first] = found
        if (!first || !found.every(({ address }) => allowed(address))) callback(new ForbiddenAddress(), '', 0)
        else if (all) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

async function everyAddress(hostname: string): Promise<readonly Resolved[]> {
  return lookup(hostname, { all: true, verbatim: true })
}

/** The beginning of an answer as one line of plain text; the rest is never read. */
async function readStart(response: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= ANSWER_BYTES) break
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, ANSWER_BYTES))
  return withoutInvisible(text).replace(/\s+/g, ' ').trim().slice(0, ANSWER_CHARACTERS)
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}

function failureOf(error: unknown, signal: AbortSignal): AttemptFailure {
  if (error instanceof ForbiddenAddress) return 'forbidden-address'
  return signal.aborted ? 'timeout' : 'unreachable'
}
