import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Clock } from './ports/clock'
import type { KeyRing } from './ports/key-ring'
import type { MailMessage } from './ports/mail-message'
import type { Mailer } from './ports/mailer'
import type { ObjectStore } from './ports/object-store'
import type { Queue } from './ports/queue'
import type { Random } from './ports/random'

/** What a machine or a cloud lends to the functions; each function takes only what it names. */
export interface Platform {
  readonly clock: Clock
  readonly random: Random
  readonly db: DynamoDBClient
  readonly objects: ObjectStore
  readonly mailQueue: Queue<MailMessage>
  readonly keys: KeyRing
  readonly mailer: Mailer
}
