import { handle } from 'hono/aws-lambda'
import { dynamoClient, kmsClient, sqsClient } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { sqsQueue } from '../adapters/sqs-queue'
import { ssmSecrets } from '../adapters/ssm-secrets'
import { systemClock, systemRandom } from '../adapters/system'
import { composeResidents } from '../composition/residents'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('residents', process.env)

export const handler = handle(
  composeResidents(
    {
      clock: systemClock,
      random: systemRandom,
      db: dynamoClient(),
      secrets: ssmSecrets(env.SECRETS_PATH),
      keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
      mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    },
    env,
  ),
)
