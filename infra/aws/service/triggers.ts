import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets'
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type { StreamFilter, Trigger } from '../../topology'
import { acknowledge } from '../acknowledge'
import type { Resources } from './permissions'
import type { ProductFunction } from './product-function'
import { deadLetters } from './queues'

/** Wakes a function as its shape says. HTTP is the site's part: see `edge/http-api.ts`. */
export function trigger(product: ProductFunction, shape: Trigger, resources: Resources): void {
  switch (shape.kind) {
    case 'http':
      break
    case 'stream':
      onStream(product, shape, resources)
      break
    case 'queue':
      onQueue(product, shape, resources)
      break
    case 'schedule':
      onSchedule(product, shape.everyMinutes)
      break
  }
}

function onStream(
  product: ProductFunction,
  shape: Extract<Trigger, { kind: 'stream' }>,
  { table }: Resources,
): void {
  const streamArn = table.tableStreamArn
  if (streamArn === undefined) throw new Error('the table has no stream')
  product.allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn])
  product.allow(['dynamodb:ListStreams'], ['*'])
  acknowledge(
    product.role,
    'AwsSolutions-IAM5[Resource::*]',
    'dynamodb:ListStreams takes no resource, and Lambda refuses to read a stream for a role without it. It shows names of streams, no record.',
  )
  product.dead = deadLetters(product, 'Dead')
  acknowledge(
    product.dead,
    'AwsSolutions-SQS3',
    'It is itself where the stream’s given-up batches go: the rule knows only dead-letter queues of other queues.',
  )
  new EventSourceMapping(product, 'Stream', {
    target: product.lambda,
    eventSourceArn: streamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: shape.batchSize,
    maxBatchingWindow: Duration.seconds(shape.windowSeconds),
    filters: shape.filters.map((filter) => ({ pattern: JSON.stringify(filterPattern(filter)) })),
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: shape.maxRetries,
    onFailure: new SqsDlq(product.dead),
  })
}

/** A filter in Lambda's own notation. */
export function filterPattern({ events, pk, sk }: StreamFilter): object {
  const keys = { pk: { S: [pk] }, ...(sk && { sk: { S: [sk] } }) }
  return { eventName: events, dynamodb: { Keys: keys } }
}

function onQueue(
  product: ProductFunction,
  shape: Extract<Trigger, { kind: 'queue' }>,
  { queues }: Resources,
): void {
  const source = new SqsEventSource(queues.of[shape.queue], {
    batchSize: shape.batchSize,
    maxConcurrency: shape.concurrency,
    reportBatchItemFailures: true,
  })
  product.lambda.addEventSource(source)
}

/** Without retries: the next run does what this one did not. */
function onSchedule(product: ProductFunction, everyMinutes: number): void {
  new Rule(product, 'Schedule', {
    schedule: Schedule.rate(Duration.minutes(everyMinutes)),
    targets: [new FunctionTarget(product.lambda, { retryAttempts: 0 })],
  })
  product.lambda.configureAsyncInvoke({ retryAttempts: 0 })
}
