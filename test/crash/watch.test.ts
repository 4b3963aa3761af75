import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '../../functions/adapters/sha256'
import { utf8 } from '../../shared/tlog/bytes'
import { checkpointText } from '../../shared/tlog/checkpoint'
import { Site } from '../replay/site'
import { Violations } from './violations'
import { Watch } from './watch'

/** What readers notice while a site shows checkpoints of these sizes one after the other. */
async function watched(shown: readonly number[]) {
  let next = 0
  const server = createServer((request, response) => {
    const size = shown[Math.min(next, shown.length - 1)]!
    if (request.url?.endsWith('/count')) {
      next++
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ count: size, size }))
    } else {
      const root = sha256(utf8(`${size}`))
      response.end(`${checkpointText({ origin: 'a', size, root })}\n— a AAAAAAAA\n`)
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const site = new Site(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const violations = new Violations()
  const { signal } = new AbortController()
  const watch = new Watch({ site, petitions: [{ id: 'p' }], violations, signal })
  await expect.poll(() => next, { timeout: 5000 }).toBeGreaterThan(shown.length)
  await watch.stop()
  await site.close()
  return { found: violations.found, sizes: watch.sightings('p').map(({ checkpoint }) => checkpoint.size) }
}

test('readers keep each checkpoint once', async () => {
  expect(await watched([1, 1, 3, 8, 8])).toEqual({ found: [], sizes: [1, 3, 8] })
})

test('a checkpoint and a count that go back are noticed', async () => {
  const { found } = await watched([5, 3])
  expect(found).toEqual(['the checkpoint of p went from 5 to 3', 'the published size of p went from 5 to 3'])
})
