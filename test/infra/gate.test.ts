import { createRequire } from 'node:module'
import { afterEach, expect, test, vi } from 'vitest'

type Gate = (event: { identitySource?: string[] }) => Promise<{ isAuthorized: boolean }>
const { handler } = createRequire(import.meta.url)('../../infra/aws/edge/gate-handler.cjs') as {
  handler: Gate
}

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['the secret', ['hush'], true],
  ['another word', ['hushed'], false],
  ['nothing', [], false],
])('a request with %s', async (_, identitySource, isAuthorized) => {
  vi.stubEnv('EDGE_SECRET', 'hush')
  expect(await handler({ identitySource })).toEqual({ isAuthorized })
})
