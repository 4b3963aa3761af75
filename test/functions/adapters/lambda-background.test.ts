import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { expect, onTestFinished, test } from 'vitest'
import { lambdaBackground } from '../../../functions/adapters/lambda-background'

test('an order goes to the function as an event of its own; one that is not taken is an error', async () => {
  const asked: unknown[] = []
  let status = 202
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    asked.push([
      request.url,
      request.headers['x-amz-invocation-type'],
      JSON.parse(String(Buffer.concat(chunks))),
    ])
    response.writeHead(status, { 'content-type': 'application/json' }).end(status === 202 ? '' : '{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const lambda = new LambdaClient({
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  })
  onTestFinished(() => lambda.destroy())
  const background = lambdaBackground<{ order: string }>(lambda, 'documents')
  await background.start({ order: 'dossier' })
  expect(asked).toEqual([['/2015-03-31/functions/documents/invocations', 'Event', { order: 'dossier' }]])
  status = 403
  await expect(background.start({ order: 'dossier' })).rejects.toThrow()
})
