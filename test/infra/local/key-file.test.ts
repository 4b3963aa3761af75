import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openKeyFile, rotateKeyFile } from '../../../infra/local/key-file'
import { temporaryFolder } from './temporary-folder'

test('a root is made once, for its owner alone, and rotated by putting a new one in front', async () => {
  const path = join(await temporaryFolder(), 'root.key')
  const first = await (await openKeyFile(path)).derive('viche/token/v1')
  expect(await (await openKeyFile(path)).derive('viche/token/v1')).toEqual(first)
  expect((await stat(path)).mode & 0o777).toBe(0o600)

  await rotateKeyFile(path)
  const rotated = await openKeyFile(path)
  expect(await rotated.derive('viche/token/v1')).not.toEqual(first)
  const [inForce, retired, ...more] = await rotated.generations('viche/token/v1')
  expect(more).toEqual([])
  expect(retired?.key).toEqual(first)
  expect(inForce?.id).not.toBe(retired?.id)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a damaged file is neither read nor rotated', async () => {
  const path = join(await temporaryFolder(), 'root.key')
  await writeFile(path, Buffer.alloc(33))
  await expect(openKeyFile(path)).rejects.toThrow('32 bytes')
  await expect(rotateKeyFile(path)).rejects.toThrow('32 bytes')
  expect(await readFile(path)).toEqual(Buffer.alloc(33))
})
