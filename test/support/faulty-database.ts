import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** `persisted`: the write happens, and its answer is lost. */
export type Fault = 'none' | 'lost' | 'persisted'

/** A client whose commands may fail, before or after they have had their effect. */
export function faultyDatabase(client: DynamoDBClient, faultOf: (command: string) => Fault): DynamoDBClient {
  const send = async (command: { constructor: { name: string } }, ...rest: unknown[]) => {
    const name = command.constructor.name
    const fault = faultOf(name)
    const answer = fault === 'lost' ? undefined : await client.send(command as never, ...(rest as []))
    if (fault !== 'none') throw new Error(`the table failed at ${name}`)
    return answer
  }
  return new Proxy(client, {
    get(target, property) {
      if (property === 'send') return send
      const value = Reflect.get(target, property)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
