import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpSimilarPetitions } from '../../../functions/adapters/http-similar-petitions'
import { summary } from '../../web/fixtures'

let answer: { status: number; body: string }
let asked: URLSearchParams
const server = createServer((request, response) => {
  asked = new URL(request.url!, 'http://localhost').searchParams
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

const similar = () => httpSimilarPetitions(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
const wish = { communityId: 'malva', title: ` Пере${'х'.repeat(195)}👨‍👩‍👧‍👦` }

test('asks with the community and a title that fits, and takes what is found', async () => {
  answer = { status: 200, body: JSON.stringify({ items: [{ ...summary, score: 0.5 }] }) }
  const [found] = await similar().similarTo(wish)
  expect(found).toMatchObject({ id: summary.id, count: summary.count })
  expect([...asked.keys()]).toEqual(['community', 'q'])
  expect(asked.get('q')?.length).toBe(200)
})

test('an answer that is none is an error', async () => {
  answer = { status: 503, body: '{}' }
  await expect(similar().similarTo(wish)).rejects.toThrow('503')
  answer = { status: 200, body: '{"items":[{"id":7}]}' }
  await expect(similar().similarTo(wish)).rejects.toThrow()
})
