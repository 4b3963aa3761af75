import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Stored {
  readonly body: Buffer
  readonly headers: Record<string, string>
}

/** A server that answers reading, writing (also on a condition) and deleting objects as S3 documents it. */
export async function startS3StandIn() {
  const objects = new Map<string, Stored>()
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://s3').pathname)
    answer(objects, key, request, Buffer.concat(chunks), response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { endpoint, objects, stop }
}

function answer(
  objects: Map<string, Stored>,
  key: string,
  { method, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
) {
  const present = objects.get(key)
  if (method === 'GET') {
    if (!present) return fail(response, 404, 'NoSuchKey')
    return response.writeHead(200, { ...present.headers, etag: tagOf(present.body) }).end(present.body)
  }
  if (method === 'DELETE') {
    objects.delete(key)
    return response.writeHead(204).end()
  }
  if (headers['if-none-match'] === '*' && present) return fail(response, 412, 'PreconditionFailed')
  const match = headers['if-match']
  if (match !== undefined && !present) return fail(response, 404, 'NoSuchKey')
  if (match !== undefined && present && match !== tagOf(present.body)) {
    return fail(response, 412, 'PreconditionFailed')
  }
  const kept = {
    'content-type': String(headers['content-type']),
    'cache-control': String(headers['cache-control']),
  }
  objects.set(key, { body, headers: kept })
  return response.writeHead(200, { etag: tagOf(body) }).end()
}

function fail(response: ServerResponse, status: number, code: string) {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}

function tagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`
}
