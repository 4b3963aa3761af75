import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('every part of the product has a licence that is accepted, and the list of them is up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, ['bin/licences.mjs', '--check'], {
    encoding: 'utf8',
  })
  expect([status, stderr]).toEqual([0, ''])
})
