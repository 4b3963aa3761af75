import { generateKeyPairSync } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLogKeyFile } from '../../../infra/local/log-key-file'
import { logSignerContract } from './contract/log-signer'
import { temporaryFolder } from './temporary-folder'

const fresh = async () => join(await temporaryFolder(), 'log.key')

logSignerContract(async () => openLogKeyFile(await fresh()))

test('the key is made once and kept for its owner alone', async () => {
  const path = await fresh()
  const made = await (await openLogKeyFile(path)).publicKey()
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readFile(path, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  expect(await (await openLogKeyFile(path)).publicKey()).toEqual(made)
})

test('of several who start at once one makes the key, and all sign with it', async () => {
  const folder = await temporaryFolder()
  const signers = await Promise.all(Array.from({ length: 8 }, () => openLogKeyFile(join(folder, 'log.key'))))
  const keys = await Promise.all(signers.map((signer) => signer.publicKey()))
  expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
  expect(await readdir(folder)).toEqual(['log.key'])
})

test.each([
  ['damaged', 'not a key', 'holds no private key in PEM'],
  ['of another kind', p256(), 'not an Ed25519 key'],
])('a key that is %s is refused and left as it is', async (_, pem, message) => {
  const path = await fresh()
  await writeFile(path, pem)
  await expect(openLogKeyFile(path)).rejects.toThrow(message)
  expect(await readFile(path, 'utf8')).toBe(pem)
})

function p256(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return String(privateKey.export({ format: 'pem', type: 'pkcs8' }))
}
