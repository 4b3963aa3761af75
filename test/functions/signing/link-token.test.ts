import { EncryptJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { type Link, linkTokens } from '../../../functions/signing/link-token'
import { memoryKeyRing } from '../../support/platform'

const keys = memoryKeyRing()
const tokens = linkTokens(keys)
const now = '2026-03-02T09:00:00.000Z'
const end = '2026-03-05T09:00:00.000Z'
const person = { surname: 'Шевченко', givenName: 'Оксана' }

const links: Link[] = [
  { purpose: 'sign', petitionId: 'p', person, email: 'o@example.org', locale: 'uk' },
  { purpose: 'submit', petitionId: 'p', email: 'o@example.org', locale: 'en' },
  { purpose: 'author', petitionId: 'p', email: 'o@example.org' },
  { purpose: 'sign-in', staffId: 's' },
]

describe.each(links)('a link to $purpose', (link) => {
  test('opens for its purpose until it expires', async () => {
    const token = await tokens.seal(link, now, end)
    expect(await tokens.open(token, now, link.purpose)).toEqual(link)
    expect(
      await tokens.open(token, '2026-03-05T08:59:59.000Z', 'sign', 'submit', 'author', 'sign-in'),
    ).toEqual(link)
    await expect(tokens.open(token, end, link.purpose)).rejects.toMatchObject({ code: 'token-expired' })
  })

  test('opens for no other', async () => {
    const token = await tokens.seal(link, now, end)
    const others = links.map((other) => other.purpose).filter((purpose) => purpose !== link.purpose)
    await expect(tokens.open(token, now, ...others)).rejects.toMatchObject({ code: 'token-invalid' })
  })
})

test('tells nothing about the person, and looks different each time', async () => {
  const [one, two] = await Promise.all([tokens.seal(links[0]!, now, end), tokens.seal(links[0]!, now, end)])
  expect(one).not.toBe(two)
  const readable = one
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString())
    .join()
  for (const secret of ['example.org', 'Шевченко']) expect(readable).not.toContain(secret)
})

test('any change of any character makes it invalid', async () => {
  const token = await tokens.seal(links[2]!, now, end)
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === 'A' ? 'B' : 'A'
    const changed = token.slice(0, at) + other + token.slice(at + 1)
    await expect(tokens.open(changed, now, 'author')).rejects.toMatchObject({ code: 'token-invalid' })
  }
})

test('one token has one spelling, so that a used one cannot return in disguise', async () => {
  const token = await tokens.seal(links[3]!, now, end)
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = token.at(-1)!
  for (const other of alphabet.replace(last, '')) {
    await expect(tokens.open(token.slice(0, -1) + other, now, 'sign-in')).rejects.toMatchObject({
      code: 'token-invalid',
    })
  }
  for (const disguise of [`${token}=`, ` ${token}`, `${token}\n`, token.replace('.', '.!')]) {
    await expect(tokens.open(disguise, now, 'sign-in')).rejects.toMatchObject({ code: 'token-invalid' })
  }
})

test('tokens of another key, without an end, or of another make are invalid', async () => {
  const foreign = await linkTokens(memoryKeyRing()).seal(links[0]!, now, end)
  const key = await keys.derive('viche/token/v1')
  const endless = await new EncryptJWT({ link: links[0] })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(key)
  const strange = await new EncryptJWT({ link: { purpose: 'admin' } })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .setExpirationTime(2_000_000_000)
    .encrypt(key)
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.e30.`
  for (const token of [foreign, endless, strange, unsigned, '', '....', 'x'.repeat(8000)]) {
    await expect(tokens.open(token, now, 'sign')).rejects.toMatchObject({ code: 'token-invalid' })
  }
})
