// A town in a process of its own, to be met by a browser or to be killed: prints its address as a line of JSON.
import { parseArgs } from 'node:util'
import { publishAssets } from '../../../infra/local/assets'
import { composeHandlers } from '../../../infra/local/compose'
import { endInOrder } from '../../../infra/local/lifetime'
import { seedPlaces } from '../../../infra/local/seed/seed'
import { type Stack, startStack } from '../../../infra/local/stack'

let stack: Stack | undefined
endInOrder(async () => stack?.stop())

const { data, port, assets } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, assets: { type: 'string' } },
}).values
if (!data || !assets) throw new Error('--data and --assets are needed')

stack = await startStack({
  data,
  port: Number(port ?? 0),
  variables: process.env,
  handlers: composeHandlers,
  publish: (objects) => publishAssets(objects, assets),
  seed: seedPlaces,
})
console.log(JSON.stringify({ url: stack.url, port: stack.port }))
