import { dynamoClient, kmsClient, s3Client } from '../adapters/aws-clients'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { s3ObjectStore } from '../adapters/s3-object-store'
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
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    mailer: sesMailer(sesClient(), env.MAIL_FROM),
  },
  env,
)
