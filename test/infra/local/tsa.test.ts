import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { httpTimeStampAuthority } from '../../../functions/adapters/http-time-stamp-authority'
import { startTsa, type Tsa } from '../../../infra/local/tsa/tsa'
import { timeStampRequest } from '../../../shared/timestamp/request'
import { parseRoots } from '../../../shared/timestamp/roots'
import { verifyTimeStamp } from '../../../shared/timestamp/verify'
import { OpensslAuthority } from '../../support/openssl-authority'
import { HandClock } from '../../support/platform'

const data = new TextEncoder().encode('a checkpoint')
const nonce = randomBytes(16)
const clock = new HandClock('2027-03-01T10:00:00.500Z')

let tsa: Tsa
let folder: string
let openssl: OpensslAuthority
let roots: string

beforeAll(async () => {
  openssl = new OpensslAuthority()
  folder = join(await mkdtemp(join(tmpdir(), 'viche-tsa-')), 'tsa')
  tsa = await startTsa()
  roots = await tsa.open(folder, clock)
})

afterAll(async () => {
  await tsa?.stop()
  openssl?.remove()
  await rm(dirname(folder), { recursive: true, force: true })
})

const ask = async () => httpTimeStampAuthority(tsa.url).stamp(await timeStampRequest(data, nonce))

test('it stamps by the clock of the stack, and the product believes it', async () => {
  const stamp = await verifyTimeStamp(await ask(), {
    data,
    nonce,
    roots: parseRoots(roots),
    near: { instant: clock.now(), seconds: 1 },
  })
  expect(stamp).toEqual({ genTime: '2027-03-01T10:00:00.000Z', authority: 'Viche local time stamps' })
})

test('openssl believes it, too, and nothing else by its roots', async () => {
  const response = await ask()
  expect(openssl.verify(response, data, roots)).toMatch(/Verification: OK/)
  expect(openssl.verify(response, new Uint8Array(3), roots)).toMatch(/Verification: FAILED/)
  expect(openssl.verify(response, data, openssl.pem(openssl.root('Other')))).toMatch(/Verification: FAILED/)
})

test('it refuses other hashes, and what is no request', async () => {
  const authority = httpTimeStampAuthority(tsa.url)
  openssl.run(['ts', '-query', '-digest', '00'.repeat(20), '-sha1', '-out', 'sha1.tsq'])
  for (const request of [openssl.read('sha1.tsq'), randomBytes(40), new Uint8Array()]) {
    expect(await verifyTimeStamp(await authority.stamp(request), { data, roots: parseRoots(roots) })).toBe(
      'refused',
    )
  }
})

test('old data keep their root', async () => {
  const again = await startTsa()
  try {
    expect(await again.open(folder, clock)).toBe(roots)
  } finally {
    await again.stop()
  }
})

test('down, it says so, until it is up again', async () => {
  tsa.down(true)
  await expect(ask()).rejects.toThrow(/answers 503/)
  tsa.down(false)
  await expect(ask()).resolves.toBeInstanceOf(Uint8Array)
})
