import { dynamoClient, kmsClient, s3Client, sqsClient } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { kmsLogSigner } from '../adapters/kms-log-signer'
import { s3ObjectStore } from '../adapters/s3-object-store'
import { sqsQueue } from '../adapters/sqs-queue'
import { systemClock, systemRandom } from '../adapters/system'
import { composeSweep } from '../composition/sweep'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('sweep', process.env)

export const handler = composeSweep(
  {
    clock: systemClock,
    random: systemRandom,
    db: dynamoClient(),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
    mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    logSigner: kmsLogSigner(kmsClient(), env.LOG_KEY_ID),
  },
  env,
)
