import { UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keys, toItem } from '../../../functions/adapters/dynamodb/table'
import { systemRandom } from '../../../functions/adapters/system'
import { composeDocuments } from '../../../functions/composition/documents'
import type { DossierOrder } from '../../../functions/documents/dossier/order'
import { forgetPrepared } from '../../../functions/documents/dossier/prepared'
import { AT_ONCE } from '../../../functions/documents/dossier/routes'
import { verifierKeyKey } from '../../../shared/log/addresses'
import { ngoHost } from '../../support/communities'
import { VERIFIER_KEY } from '../../support/petition-case'
import { shippedFiles } from '../../support/shipped-files'
import { type Office, openOffice, SITE } from '../staff/office'

// The documents function over a real table; what it makes in the background is made when a test says so.

let office: Office
let documents: ReturnType<typeof composeDocuments>
let id: string
const orders: DossierOrder[] = []

beforeAll(async () => {
  office = await openOffice()
  const { clock, objects, table, keys } = office
  const platform = { clock, objects, keys, db: table.db, random: systemRandom, files: shippedFiles }
  const env = {
    TABLE_NAME: table.name,
    BUCKET_NAME: 'objects',
    PUBLIC_URL: SITE,
    ROOT_KEY_ID: 'root',
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
    AUDIT_YEARS: 5,
  }
  documents = composeDocuments(platform, env, { start: async (order) => void orders.push(order) })
  id = await office.signed(3)
  // The pages' function publishes it.
  await objects.put(verifierKeyKey(id), `${VERIFIER_KEY}\n`, { cacheSeconds: 0 })
})
afterAll(() => office?.stop())

const get = (path: string, cookie?: string) =>
  documents.app.request(path, cookie === undefined ? {} : { headers: { cookie } })
const dossier = (kind: string) => `/staff/petitions/${id}/dossier.${kind}`

async function secretary(): Promise<string> {
  return office.signIn(await office.hire('secretary', 'community:kalynivka'))
}

test('a secretary downloads it in each way', async () => {
  const cookie = await secretary()
  for (const [kind, type] of [
    ['pdf', 'application/pdf'],
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
  ]) {
    const answer = await get(dossier(kind!), cookie)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(type)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="petition-kalynivka-1.${kind}"`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
  const read = await (await get(dossier('json'), cookie)).json()
  expect(read.signers.map(({ name }: { name: string }) => name)).toEqual([
    'Лісова Мавка-1',
    'Лісова Мавка-2',
    'Лісова Мавка-3',
  ])
  expect(read.days.days.map(({ signed }: { signed: number }) => signed)).toEqual([3])
  expect(read.log.checkpoint).toContain(`petitions.example/log/${id}\n3\n`)
  expect(JSON.stringify(read)).not.toContain('author@example.org')
})

test('nobody else does: not signed in, another community’s, another host’s', async () => {
  const signedOut = await get(dossier('pdf'))
  expect([signedOut.status, signedOut.headers.get('location')]).toEqual([303, '/staff/sign-in'])
  expect((await get(`/en${dossier('csv')}`)).headers.get('location')).toBe('/en/staff/sign-in')
  const strangers = [
    await office.hire('secretary', 'community:other'),
    await office.hire('ngo-editor', `host:${ngoHost.id}`),
  ]
  for (const email of strangers) {
    const cookie = await office.signIn(email)
    for (const kind of ['pdf', 'csv', 'json']) expect((await get(dossier(kind), cookie)).status).toBe(403)
  }
  const cookie = await secretary()
  expect((await get('/staff/petitions/nosuch/dossier.pdf', cookie)).status).toBe(404)
  expect((await documents.app.request(dossier('pdf'), { method: 'POST' })).status).toBe(405)
})

test('one that waits for moderation has a dossier, but no picture', async () => {
  const waiting = await office.submitted()
  const answer = await get(`/staff/petitions/${waiting}/dossier.json`, await secretary())
  expect(await answer.json()).toMatchObject({ petition: { status: 'moderation' }, signers: [] })
  expect((await get(`/staff/petitions/${waiting}/dossier.pdf`, await secretary())).status).toBe(200)
  expect((await get(`/petitions/${waiting}/share.png`)).status).toBe(404)
  expect((await get('/petitions/nosuch/share.png')).status).toBe(404)
})

test('the picture of a published one may be kept for an hour', async () => {
  const answer = await get(`/en/petitions/${id}/share.png`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=3600')
})

test('a large one is made in the background; its reader waits on a page and is led to the file', async () => {
  await grow(AT_ONCE + 1)
  const cookie = await secretary()
  const first = await get(dossier('csv'), cookie)
  expect([first.status, first.headers.get('refresh')]).toEqual([200, '3'])
  expect(await first.text()).toContain('Готуємо досьє')
  await get(dossier('csv'), cookie)
  // Who asks meanwhile waits for the same one.
  expect(orders).toHaveLength(1)
  await documents.make(orders[0]!)
  const ready = await get(dossier('csv'), cookie)
  const location = ready.headers.get('location')!
  expect(ready.status).toBe(303)
  expect(location).toMatch(/^\/dossiers\/[\w-]{43}\/petition-kalynivka-1\.csv$/)
  expect(office.objects.text(location.slice(1))).toContain('Лісова Мавка-2')

  office.clock.forward(16 * 60)
  expect((await get(dossier('csv'), await secretary())).status).toBe(200)
  // The older file went when the newer one was asked for; an order that was replaced leaves nothing.
  expect(office.objects.text(location.slice(1))).toBeUndefined()
  await documents.make(orders[0]!)
  expect(office.objects.text(location.slice(1))).toBeUndefined()
})

test('one that nobody finishes is begun anew; when names are erased no file is left', async () => {
  office.clock.forward(60)
  const cookie = await secretary()
  const before = orders.length
  await get(dossier('csv'), cookie)
  expect(orders).toHaveLength(before)
  office.clock.forward(121)
  await get(dossier('csv'), cookie)
  expect(orders).toHaveLength(before + 1)
  await documents.make(orders.at(-1)!)
  expect([...office.objects.objects.keys()].filter((key) => key.startsWith('dossiers/'))).toHaveLength(1)
  await forgetPrepared(office.objects, id)
  expect([...office.objects.objects.keys()].filter((key) => key.includes('dossier'))).toEqual([])
})

/** The log says that it has so many entries. */
async function grow(applied: number): Promise<void> {
  await office.table.db.send(
    new UpdateItemCommand({
      TableName: office.table.name,
      Key: toItem(keys.log(id)),
      UpdateExpression: 'SET applied = :applied',
      ExpressionAttributeValues: { ':applied': { N: String(applied) } },
    }),
  )
}
