import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import type { Background } from '../ports/background'

/**
 * Begins work in another run of a function, by an asynchronous invocation: Lambda keeps the order and repeats it
 * twice where the run fails.
 * @param functionName the function that understands the order
 */
export function lambdaBackground<Order>(lambda: LambdaClient, functionName: string): Background<Order> {
  return {
    async start(order) {
      const Payload = new TextEncoder().encode(JSON.stringify(order))
      await lambda.send(new InvokeCommand({ FunctionName: functionName, InvocationType: 'Event', Payload }))
    },
  }
}
