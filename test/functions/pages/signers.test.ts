import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { signersPages } from '../../../functions/pages/signers'
import { EMPTY_LOG } from '../../../shared/log/state'

const app = new Hono()
app.notFound((c) => c.text('nothing here', 404))
signersPages(app, {
  log: {
    state: async (id) =>
      id === 'long' ? { ...EMPTY_LOG, size: 200_000, applied: 200_000, signatures: 100_000 } : EMPTY_LOG,
  },
})

test.each([
  ['/petitions/long/signers', '/petitions/long/signers/1'],
  ['/petitions/long/signers?page=200', '/petitions/long/signers/200'],
  // Names were erased: the entries that say so are no pages of the list.
  ['/petitions/long/signers?page=last', '/petitions/long/signers/391'],
  ['/petitions/long/signers?page=99999', '/petitions/long/signers/391'],
  ['/petitions/long/signers?page=-3', '/petitions/long/signers/1'],
  ['/petitions/long/signers?page=дві', '/petitions/long/signers/1'],
  ['/petitions/none/signers?page=last', '/petitions/none/signers/1'],
  ['/en/petitions/long/signers?page=last', '/en/petitions/long/signers/391'],
  ['/petitions/long/signers/392', '/petitions/long/signers/391'],
  ['/en/petitions/long/signers/5000/index.html', '/en/petitions/long/signers/391'],
  ['/petitions/long/signers/391', '/petitions/long/signers/390'],
])('%s leads to %s', async (asked, location) => {
  const response = await app.request(encodeURI(asked))
  expect(response.status).toBe(302)
  expect(response.headers.get('location')).toBe(location)
})

test('where the first page is missing, nothing is there', async () => {
  for (const path of ['/petitions/none/signers/1', '/petitions/none/signers/1/index.html'])
    expect((await app.request(path)).status).toBe(404)
})
