import { dynamoClient, kmsClient } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { sesClient, sesMailer } from '../adapters/ses'
import { systemClock } from '../adapters/system'
import { composeDeliver } from '../composition/deliver'
import { readEnvironment } from '../environment'

const env = readEnvironment('deliver', process.env)

export const handler = composeDeliver(
  {
    clock: systemClock,
    db: dynamoClient(),
    keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
    mailer: sesMailer(sesClient(), env.MAIL_FROM),
  },
  env,
)
