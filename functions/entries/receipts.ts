import { handle } from 'hono/aws-lambda'
import { dynamoClient, s3Client } from '../adapters/aws-clients'
import { s3ObjectStore } from '../adapters/s3-object-store'
import { systemClock } from '../adapters/system'
import { composeReceipts } from '../composition/receipts'
import { readEnvironment } from '../environment'

const env = readEnvironment('receipts', process.env)

export const handler = handle(
  composeReceipts(
    { clock: systemClock, db: dynamoClient(), objects: s3ObjectStore(s3Client(), env.BUCKET_NAME) },
    env,
  ),
)
