import { expect, test } from 'vitest'
import { disposableDomains } from '../../../functions/signing/disposable-domains'
import { packageFiles } from '../../../infra/local/package-files'
import { topology } from '../../../infra/topology'

const isDisposable = disposableDomains(packageFiles(topology.functions.api.files ?? {}))
const known = new TextEncoder().encode(JSON.stringify(['xn--80ak6aa92e.example', 'short.example']))

test.each([
  'mailinator.com',
  'MAILINATOR.com',
  'a.b.mailinator.com',
  'yopmail.com',
  '10minutemail.com',
])('%s lends mailboxes that vanish', async (domain) => expect(await isDisposable(domain)).toBe(true))

test.each(
  'ukr.net gmail.com i.ua meta.ua duck.com mozmail.com proton.me example.org my-mailinator.example com'.split(
    ' ',
  ),
)('%s does not', async (domain) => expect(await isDisposable(domain)).toBe(false))

test('a domain in other letters is known by its ASCII form', async () => {
  const listed = disposableDomains({ read: async () => known })
  expect([await listed('аррӏе.example'), await listed('x.short.example')]).toEqual([true, true])
})

test('a list that could not be read is read again', async () => {
  let reads = 0
  const read = async () => {
    if (reads++ === 0) throw new Error('no file')
    return known
  }
  const listed = disposableDomains({ read })
  await expect(listed('short.example')).rejects.toThrow('no file')
  expect(await listed('short.example')).toBe(true)
})
