import { handle } from 'hono/aws-lambda'
import { dynamoClient, kmsClient, sqsClient } from '../adapters/aws-clients'
import { filesBeside } from '../adapters/files-beside'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { kmsLogKey } from '../adapters/kms-log-signer'
import { sqsQueue } from '../adapters/sqs-queue'
import { systemClock, systemRandom } from '../adapters/system'
import { composeApi } from '../composition/api'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('api', process.env)
const kms = kmsClient()

export const handler = handle(
  composeApi(
    {
      clock: systemClock,
      random: systemRandom,
      db: dynamoClient(),
      keys: kmsKeyRing(kms, env.ROOT_KEY_ID),
      logSigner: kmsLogKey(kms, env.LOG_KEY_ID),
      files: filesBeside(import.meta.url),
      mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    },
    env,
  ),
)
