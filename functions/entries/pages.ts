import { handle } from 'hono/aws-lambda'
import { dynamoClient, kmsClient } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { systemClock, systemRandom } from '../adapters/system'
import { composePages } from '../composition/pages'
import { readEnvironment } from '../environment'

const env = readEnvironment('pages', process.env)

export const handler = handle(
  composePages(
    {
      clock: systemClock,
      random: systemRandom,
      db: dynamoClient(),
      keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
    },
    env,
  ),
)
