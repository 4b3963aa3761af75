import { afterAll, beforeAll, expect, test } from 'vitest'
import { stampedIndexKey, stampedKey, TSA_ROOTS_KEY, timeStampKey } from '../../shared/log/addresses'
import type { Stamped } from '../../shared/log/stamped'
import { Town } from '../support/journeys/town'
import { crossing, THRESHOLD } from '../support/journeys/wishes'
import { OpensslAuthority } from '../support/openssl-authority'

let town: Town
let openssl: OpensslAuthority
let id: string

beforeAll(async () => {
  openssl = new OpensslAuthority()
  town = await Town.start()
  id = await town.resident(0).submits(crossing)
  await town.staff('moderator@malva.example').does(id, 'publish', {})
  await town.settled()
})
afterAll(async () => {
  await town?.stop()
  openssl?.remove()
})

async function stamped(): Promise<Stamped[]> {
  const answer = await town.get(`/${stampedIndexKey(id)}`)
  return answer.status === 200 ? answer.json<{ items: Stamped[] }>().items : []
}

async function file(key: string): Promise<Buffer> {
  const answer = await fetch(`${town.url}/${key}`)
  expect([key, answer.status]).toEqual([key, 200])
  return Buffer.from(await answer.arrayBuffer())
}

async function later(minutes: number): Promise<void> {
  await town.moveTo(new Date(Date.parse(await town.now()) + minutes * 60_000).toISOString())
}

async function authorityDown(down: boolean): Promise<void> {
  const type = { 'content-type': 'application/json' }
  const answer = await town.send('PUT', '/__local/tsa', JSON.stringify({ down }), type)
  expect(answer.status).toBe(200)
}

test('with the time-stamping authority down, people sign and are counted as ever', async () => {
  await authorityDown(true)
  await Promise.all(town.residents(1, THRESHOLD - 1).map((resident) => resident.signs(id)))
  await town.settled()
  await later(61)
  expect(await town.count(id)).toBe(THRESHOLD - 1)
  expect(await stamped()).toEqual([])
})

test('back again, it stamps the checkpoint, which openssl confirms by the roots of the site', async () => {
  await authorityDown(false)
  await later(2)
  const [first] = await stamped()
  expect(first).toMatchObject({ size: THRESHOLD - 1 })
  expect(Date.parse(await town.now()) - Date.parse(first!.at)).toBeLessThan(60_000)
  const checkpoint = await file(stampedKey(id, THRESHOLD - 1))
  expect(checkpoint.toString()).toBe((await file(`log/${id}/checkpoint`)).toString())
  const roots = (await file(TSA_ROOTS_KEY)).toString()
  expect(openssl.verify(await file(timeStampKey(id, THRESHOLD - 1)), checkpoint, roots)).toMatch(
    /Verification: OK/,
  )
})

test('the page shows the stamp, and who vouches for it', async () => {
  const [first] = await stamped()
  const { text } = await town.get(`/petitions/${id}`)
  expect(text).toContain(`href="/${timeStampKey(id, first!.size)}"`)
  expect(text).toContain('(засвідчує Viche local time stamps)')
})

test('the threshold is stamped within minutes', async () => {
  await town.resident(THRESHOLD).signs(id)
  await town.settled()
  await later(1)
  const last = (await stamped()).at(-1)
  expect(last).toMatchObject({ size: THRESHOLD })
  expect(
    openssl.verify(
      await file(`log/${id}/checkpoint.tsr`),
      await file(`log/${id}/checkpoint`),
      (await file(TSA_ROOTS_KEY)).toString(),
    ),
  ).toMatch(/Verification: OK/)
})

test('a switch that is no switch is refused', async () => {
  const answer = await town.send('PUT', '/__local/tsa', '{"down": 1}', { 'content-type': 'application/json' })
  expect(answer.status).toBe(400)
})
