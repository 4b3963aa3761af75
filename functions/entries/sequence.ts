import { dynamoClient, kmsClient } from '../adapters/aws-clients'
import { kmsLogSigner } from '../adapters/kms-log-signer'
import { s3Client, s3ObjectStore } from '../adapters/s3-object-store'
import { systemClock, systemRandom } from '../adapters/system'
import { composeSequence } from '../composition/sequence'
import { readEnvironment } from '../environment'

const env = readEnvironment('sequence', process.env)

export const handler = composeSequence(
  {
    clock: systemClock,
    random: systemRandom,
    db: dynamoClient(),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    logSigner: kmsLogSigner(kmsClient(), env.LOG_KEY_ID),
  },
  env,
)
