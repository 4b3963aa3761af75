import { handle } from 'hono/aws-lambda'
import { dynamoClient, kmsClient, sqsClient } from '../adapters/aws-clients'
import { filesBeside } from '../adapters/files-beside'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { s3Client, s3ObjectStore } from '../adapters/s3-object-store'
import { sqsQueue } from '../adapters/sqs-queue'
import { ssmSecrets } from '../adapters/ssm-secrets'
import { systemClock, systemRandom } from '../adapters/system'
import { composeStaff } from '../composition/staff'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('staff', process.env)

export const handler = handle(
  composeStaff(
    {
      clock: systemClock,
      random: systemRandom,
      db: dynamoClient(),
      objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
      secrets: ssmSecrets(env.SECRETS_PATH),
      keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
      files: filesBeside(import.meta.url),
      mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    },
    env,
  ),
)
