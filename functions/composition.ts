import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { PetitionSaves } from './adapters/dynamodb/petition-saves'
import type { Table } from './adapters/dynamodb/table'
import type { Clock } from './ports/clock'
import type { KeyRing } from './ports/key-ring'
import type { LogSigner } from './ports/log-signer'
import type { MailMessage } from './ports/mail-message'
import type { Mailer } from './ports/mailer'
import type { ObjectStore } from './ports/object-store'
import type { Queue } from './ports/queue'
import type { Random } from './ports/random'
import type { Secrets } from './ports/secrets'

/** What a machine or a cloud lends to the functions; each function takes only what it names. */
export interface Platform {
  readonly clock: Clock
  readonly random: Random
  readonly db: DynamoDBClient
  /** Where several functions share a process: tells each of petitions that another has saved. */
  readonly saves?: PetitionSaves
  readonly objects: ObjectStore
  readonly mailQueue: Queue<MailMessage>
  readonly keys: KeyRing
  /** Signs the checkpoints of every log. */
  readonly logSigner: LogSigner
  readonly mailer: Mailer
  /** Secrets of identity providers. */
  readonly secrets: Secrets
}

/** The product's table on a platform, with somebody to tell of saves. */
export function tableOf(
  platform: Pick<Platform, 'db' | 'saves'>,
  env: { readonly TABLE_NAME: string },
): Table & { readonly saves: PetitionSaves } {
  return { db: platform.db, name: env.TABLE_NAME, saves: platform.saves ?? new PetitionSaves() }
}
