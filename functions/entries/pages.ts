import { handle } from 'hono/aws-lambda'
import { dynamoClient, kmsClient, sqsClient } from '../adapters/aws-clients'
import { httpSimilarPetitions } from '../adapters/http-similar-petitions'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { sqsQueue } from '../adapters/sqs-queue'
import { systemClock, systemRandom } from '../adapters/system'
import { composePages } from '../composition/pages'
import { readEnvironment } from '../environment'
import type { MailMessage } from '../ports/mail-message'

const env = readEnvironment('pages', process.env)

export const handler = handle(
  composePages(
    {
      clock: systemClock,
      random: systemRandom,
      db: dynamoClient(),
      keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
      similar: httpSimilarPetitions(env.PUBLIC_URL),
      mailQueue: sqsQueue<MailMessage>(sqsClient(), env.MAIL_QUEUE_URL),
    },
    env,
  ),
)
