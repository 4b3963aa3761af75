import { dynamoClient, kmsClient, s3Client, sqsClient } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { s3ObjectStore } from '../adapters/s3-object-store'
import { sesClient, sesMailer } from '../adapters/ses'
import { sqsQueue } from '../adapters/sqs-queue'
import { systemClock } from '../adapters/system'
import { composeDeliver } from '../composition/deliver'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('deliver', process.env)

export const handler = composeDeliver(
  {
    clock: systemClock,
    db: dynamoClient(),
    keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    mailer: sesMailer(sesClient(), env.MAIL_FROM),
  },
  env,
)
