import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../support/journeys/form'
import type { Staff } from '../support/journeys/staff'
import { Town } from '../support/journeys/town'
import { crossing } from '../support/journeys/wishes'
import { readPdf } from '../support/read-pdf'

// A secretary takes a petition's dossier to the council; nobody else gets it.

let town: Town
let secretary: Staff
let id: string
beforeAll(async () => {
  town = await Town.start()
  secretary = town.staff('secretary@malva.example')
  id = await town.resident(0).submits(crossing)
  await town.staff('moderator@malva.example').does(id, 'publish', {})
  await town.settled()
})
afterAll(() => town?.stop())

const paths = () => ['pdf', 'csv', 'json'].map((kind) => `/staff/petitions/${id}/dossier.${kind}`)

test('the desk’s page offers it in three ways, and each can be downloaded', async () => {
  const page = (await secretary.desk(`/staff/petitions/${id}`)).text
  for (const path of paths()) expect(page).toContain(`href="${path}"`)
  const credentials = await secretary.credentials()
  const [pdf, csv, json] = await Promise.all(
    paths().map((path) => fetch(`${town.url}${path}`, { headers: credentials })),
  )
  const read = await readPdf(new Uint8Array(await pdf!.arrayBuffer()))
  expect(read.title).toContain(crossing.title)
  expect(read.outline).toContain('Журнал подій')
  expect(await csv!.text()).toContain('Прізвище, ім’я, по батькові;Дата підписання')
  expect(await json!.json()).toMatchObject({ petition: { id }, handover: { total: 0 }, signers: [] })
})

test('another community’s secretary is refused, a reader is led to sign in', async () => {
  const stranger = town.staff('secretary@kyiv.example')
  for (const path of paths()) {
    expect((await stranger.desk(path)).status).toBe(403)
    const answer = await fetch(`${town.url}${path}`, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/staff/sign-in'])
  }
})

test('whoever shares it sees its picture, and machines find it among the open data', async () => {
  const picture = await fetch(`${town.url}/petitions/${id}/share.png`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  const page = textOf((await town.get(`/petitions/${id}`)).text)
  expect(page).toContain('Відкриті дані')
  const schema = await town.get('/api/v1/schemas/dossier.json')
  expect(schema.json<{ type: string }>().type).toBe('object')
})
