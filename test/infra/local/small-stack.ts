// A stack in a process of its own, to be killed: prints its address as a line of JSON, or why it cannot start.
import { endInOrder } from '../../../infra/local/lifetime'
import { type Stack, startStack } from '../../../infra/local/stack'
import { smallHandlers } from './small-handlers'

let stack: Stack | undefined
endInOrder(async () => stack?.stop())
const data = process.argv[2]
if (!data) throw new Error('the data folder is missing')

try {
  stack = await startStack({
    data,
    port: 0,
    handlers: (platform) => sometimesHanging(smallHandlers(platform)),
  })
  console.log(JSON.stringify({ url: stack.url, databaseEndpoint: stack.databaseEndpoint }))
} catch (error) {
  console.log(JSON.stringify({ failed: (error as Error).constructor.name }))
  process.exit(1)
}

/** With HANG set the stream's functions begin their work and never answer. */
function sometimesHanging(handlers: ReturnType<typeof smallHandlers>): ReturnType<typeof smallHandlers> {
  if (!process.env.HANG) return handlers
  const begin = async (name: string) => {
    await stack?.platform.objects.put(`begun/${name}`, '', { cacheSeconds: 0 })
    return new Promise<never>(() => {})
  }
  return { ...handlers, sequence: () => begin('sequence'), react: () => begin('react') }
}
