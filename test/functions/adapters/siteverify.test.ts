import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteverify } from '../../../functions/adapters/siteverify'

/** Speaks the form that Turnstile and hCaptcha share: each token once, and only with the right secret. */
const asked: Record<string, string>[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const part of request) body += part
  const form = Object.fromEntries(new URLSearchParams(body))
  asked.push(form)
  if (form.response === 'down') return response.writeHead(503).end()
  if (form.response === 'broken') return response.end('<html>')
  const again = asked.filter((one) => one.response === form.response).length > 1
  const success = form.secret === 'secret' && form.response === 'person' && !again
  response.setHeader('content-type', 'application/json')
  return response.end(
    JSON.stringify({ success, ...(!success && { 'error-codes': ['invalid-input-response'] }) }),
  )
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/siteverify`
})
afterAll(() => server.close())

test('passes who the service passes, once; it learns the token alone', async () => {
  const human = siteverify(url, 'secret')
  expect([await human.check('person'), await human.check('person'), await human.check('bot')]).toEqual([
    'passed',
    'refused',
    'refused',
  ])
  expect(asked[0]).toEqual({ secret: 'secret', response: 'person' })
  expect(await siteverify(url, 'other').check('person')).toBe('refused')
})

test('says where the service does not answer', async () => {
  const human = siteverify(url, 'secret')
  expect([await human.check('down'), await human.check('broken')]).toEqual(['no-answer', 'no-answer'])
  expect(await siteverify('http://127.0.0.1:9/', 'secret').check('person')).toBe('no-answer')
})
