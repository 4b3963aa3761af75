import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const code = readFileSync('infra/aws/edge/page-address.js', 'utf8')
const handler = runInNewContext(`${code}; handler`) as (event: { request: { uri: string } }) => {
  uri: string
}

test.each([
  ['/', '/index.html'],
  ['/en', '/en/index.html'],
  ['/en/', '/en/index.html'],
  ['/petitions/4f2a', '/petitions/4f2a/index.html'],
  ['/petitions/4f2a/signers/12', '/petitions/4f2a/signers/12/index.html'],
  ['/petitions/index.json', '/petitions/index.json'],
  ['/assets/page.3b1c.css', '/assets/page.3b1c.css'],
])('%s is the file %s', (uri, file) => {
  expect(handler({ request: { uri } }).uri).toBe(file)
})
