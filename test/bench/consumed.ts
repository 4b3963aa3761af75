import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

const WRITES = ['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'TransactWriteItemsCommand']

/** Write units that the table reports, summed. */
export interface Consumed {
  writeUnits: number
}

interface Report {
  readonly CapacityUnits?: number
}

/** Makes a client ask for consumed capacity with every command, and adds up what its writes took. */
export function countWriteUnits(client: DynamoDBClient): Consumed {
  const consumed: Consumed = { writeUnits: 0 }
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'TOTAL' }
        const result = await next({ ...args, input: input as typeof args.input })
        if (WRITES.includes(commandName)) consumed.writeUnits += unitsOf(result.output)
        return result
      },
    { step: 'initialize', name: 'countWriteUnits' },
  )
  return consumed
}

/** @throws Error where the table reports nothing */
function unitsOf(output: object): number {
  const reports = [(output as { ConsumedCapacity?: Report | Report[] }).ConsumedCapacity ?? []].flat()
  if (reports.length === 0) throw new Error('no consumed capacity is reported')
  return reports.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
}
