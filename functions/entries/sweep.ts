import { dynamoClient, kmsClient, s3Client } from '../adapters/aws-clients'
import { kmsLogSigner } from '../adapters/kms-log-signer'
import { s3ObjectStore } from '../adapters/s3-object-store'
import { systemClock, systemRandom } from '../adapters/system'
import { composeSweep } from '../composition/sweep'
import { readEnvironment } from '../environment'

const env = readEnvironment('sweep', process.env)

export const handler = composeSweep(
  {
    clock: systemClock,
    random: systemRandom,
    db: dynamoClient(),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    logSigner: kmsLogSigner(kmsClient(), env.LOG_KEY_ID),
  },
  env,
)
