import { Duration } from 'aws-cdk-lib'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { type QueueName, type QueueShape, topology } from '../../topology'

/** How long a message that was set aside waits for a person. */
const DEAD_DAYS = 14

/** The queues of the topology, each with the queue of its dead letters. */
export class Queues extends Construct {
  readonly of: Readonly<Record<QueueName, Queue>>
  readonly dead: Readonly<Record<QueueName, Queue>>

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.dead = eachQueue((name) => deadLetters(this, `${name}-dead`))
    this.of = eachQueue((name, shape) => this.addQueue(name, shape))
  }

  private addQueue(name: QueueName, shape: QueueShape): Queue {
    return new Queue(this, name, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(shape.visibilitySeconds),
      retentionPeriod: Duration.days(shape.retentionDays),
      deadLetterQueue: { queue: this.dead[name], maxReceiveCount: shape.maxReceives },
    })
  }
}

/** A queue for what was given up, kept as long as SQS keeps anything. */
export function deadLetters(scope: Construct, id: string): Queue {
  return new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(DEAD_DAYS),
  })
}

function eachQueue<T>(make: (name: QueueName, shape: QueueShape) => T): Record<QueueName, T> {
  const shapes = Object.entries(topology.queues) as [QueueName, QueueShape][]
  return Object.fromEntries(shapes.map(([name, shape]) => [name, make(name, shape)])) as Record<QueueName, T>
}
