import { afterAll, beforeAll, expect, test } from 'vitest'
import { Campaign } from '../fuzz/campaign'
import { GROUPS, readDocument } from '../fuzz/document'
import { type Ground, prepare } from '../fuzz/ground'

// A short run of `npm run fuzz`: whatever is sent, no answer is a fault, and each is what the document says.

let ground: Ground
let campaign: Campaign
let targets: Awaited<ReturnType<typeof readDocument>>['targets']
beforeAll(async () => {
  ground = await prepare()
  const read = await readDocument(ground.town)
  campaign = new Campaign(ground, read.document)
  targets = read.targets
})
afterAll(async () => {
  await campaign?.close()
  await ground?.town.stop()
})

test.each(GROUPS)('%s', async (group) => {
  const own = targets.filter((target) => target.group === group)
  const options = { requests: 200, seed: 20261128, tell: () => {} }
  const { failure, requests, held } = await campaign.group(group, own, options)
  expect(failure).toBeUndefined()
  expect(requests).toBeGreaterThanOrEqual(200)
  expect(held).toBeGreaterThan(0)
})
