import { dynamoClient, kmsClient, sqsClient } from '../adapters/aws-clients'
import { kmsLogKey } from '../adapters/kms-log-signer'
import { s3Client, s3ObjectStore } from '../adapters/s3-object-store'
import { sqsQueue } from '../adapters/sqs-queue'
import { systemClock } from '../adapters/system'
import { composeReact } from '../composition/react'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('react', process.env)

export const handler = composeReact(
  {
    clock: systemClock,
    db: dynamoClient(),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    logSigner: kmsLogKey(kmsClient(), env.LOG_KEY_ID),
    mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
  },
  env,
)
