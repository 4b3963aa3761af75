import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { PetitionSaves } from '../../functions/adapters/dynamodb/petition-saves'
import { smtpMailer } from '../../functions/adapters/smtp'
import { systemRandom } from '../../functions/adapters/system'
import { variableSecrets } from '../../functions/adapters/variable-secrets'
import type { Platform } from '../../functions/composition'
import type { MailMessage } from '../../functions/ports/mail-message'
import { topology } from '../topology'
import type { Closers } from './closers'
import type { DataFolder } from './data-folder'
import { startDatabase } from './database'
import { FolderObjectStore } from './folder-object-store'
import { FolderQueue } from './folder-queue'
import { openKeyFile } from './key-file'
import { openLogKeyFile } from './log-key-file'
import { Mailbox } from './mailbox'
import { MovedClock } from './moved-clock'
import { TABLE, type Variables } from './settings'
import { type SmtpReceiver, startSmtpReceiver } from './smtp-receiver'
import { ensureTable } from './table'

/** What the cloud lends to the functions, on one machine. */
export interface LocalCloud {
  readonly platform: Platform
  readonly clock: MovedClock
  readonly objects: FolderObjectStore
  readonly mailQueue: FolderQueue<MailMessage>
  readonly mailbox: Mailbox
  readonly smtp: SmtpReceiver
  readonly streams: DynamoDBStreamsClient
  readonly streamArn: string
  readonly databaseEndpoint: string
}

export interface LocalCloudOptions {
  readonly folder: DataFolder
  /** 0 for a free one. */
  readonly smtpPort: number
  readonly mailFrom: string
  /** Where the secrets of identity providers stand on one machine. */
  readonly variables: Variables
}

/** Starts database, mailbox and SMTP receiver and opens what the folder keeps. `closers` learns how to end them. */
export async function startCloud(options: LocalCloudOptions, closers: Closers): Promise<LocalCloud> {
  const { folder } = options
  const [database, mail, clock, mailQueue, keys, logSigner] = await allStarted([
    openDatabase(folder, closers),
    openMail(options, closers),
    MovedClock.open(folder.clock),
    FolderQueue.open<MailMessage>(`${folder.queue}/mail`, `${folder.deadLetters}/mail`, topology.queues.mail),
    openKeyFile(folder.rootKey),
    openLogKeyFile(folder.logKey),
  ])
  const objects = await FolderObjectStore.open(folder.objects)
  const { db, ...stream } = database
  const { mailer, ...post } = mail
  const saves = new PetitionSaves()
  const secrets = variableSecrets(options.variables)
  const platform = {
    ...{ clock, random: systemRandom, db, saves, objects, mailQueue, keys, logSigner, mailer, secrets },
  }
  return { platform, clock, objects, mailQueue, ...post, ...stream }
}

/** Waits for all even if one fails, so that `closers` knows of each that has started. */
async function allStarted<const Starts extends readonly Promise<unknown>[]>(starts: Starts) {
  await Promise.allSettled(starts)
  return Promise.all(starts)
}

async function openDatabase(folder: DataFolder, closers: Closers) {
  const { endpoint, stop } = await startDatabase(folder.database, folder.databasePid)
  closers.add(stop)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  // All functions share this one client, where each has its own in the cloud.
  const requestHandler = { httpAgent: { keepAlive: true, maxSockets: 256 } }
  const db = new DynamoDBClient({ endpoint, region: 'local', credentials, requestHandler })
  const streams = new DynamoDBStreamsClient({ endpoint, region: 'local', credentials })
  closers.add(() => db.destroy())
  closers.add(() => streams.destroy())
  const streamArn = await ensureTable(db, TABLE, topology.table)
  return { db, streams, streamArn, databaseEndpoint: endpoint }
}

async function openMail({ folder, smtpPort, mailFrom }: LocalCloudOptions, closers: Closers) {
  const mailbox = await Mailbox.open(folder.mailbox)
  closers.add(() => mailbox.close())
  const smtp = await startSmtpReceiver(mailbox, smtpPort)
  closers.add(() => smtp.stop())
  const mailer = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: mailFrom })
  closers.add(() => mailer.close())
  return { mailbox, smtp, mailer }
}
