import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { Site } from './site'

let dynamo: Dynamo
let site: Site
beforeAll(async () => {
  dynamo = await startDynamo()
  site = new Site({ db: dynamo.client, name: dynamo.tableName })
  await site.react(await site.open(), await site.submit('p1'))
  await site.react(await site.publish('p1'))
})
afterAll(() => dynamo.stop())

test('each annulment that the log has taken is queued for its signer, and nothing else of a log is', async () => {
  const messages = site.mailQueue.messages.length
  const pk = 'SIGNATURES#p1'
  const changes = [
    { pk, sk: 'ANNULMENT#000000016', event: 'MODIFY' },
    { pk, sk: 'ANNULMENT#x', event: 'MODIFY' },
    { pk, sk: 'ERASURE#000000016', event: 'MODIFY' },
    { pk, sk: 'a'.repeat(43), event: 'MODIFY' },
  ] as const
  expect(await site.react([...changes])).toEqual({ batchItemFailures: [] })
  expect(site.mailQueue.messages.slice(messages)).toEqual([
    { type: 'annulment', petitionId: 'p1', target: 16 },
  ])
})

test('the page then keeps the public ledger', async () => {
  await site.react(await site.sign('p1', 3))
  expect(site.page('/petitions/p1')).not.toContain('Анульовані підписи')
  await site.react(await site.annul('p1', [0, 2]))
  const page = site.page('/petitions/p1')!
  for (const words of ['Анульовані підписи', '2 підписи', 'підписант сам просив анулювати підпис', '4–5']) {
    expect(page).toContain(words)
  }
  expect(page).toContain('<strong data-count="true">1 підпис</strong>')
  expect(site.page('/en/petitions/p1')).toContain('Annulled signatures')
  const signers = site.page('/petitions/p1/signers/1')!
  expect(signers.match(/анульовано/g)).toHaveLength(2)
})
