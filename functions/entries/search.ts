import { handle } from 'hono/aws-lambda'
import { s3Client } from '../adapters/aws-clients'
import { s3ObjectStore } from '../adapters/s3-object-store'
import { systemClock } from '../adapters/system'
import { composeSearch } from '../composition/search'
import { readEnvironment } from '../environment'

const env = readEnvironment('search', process.env)

export const handler = handle(
  composeSearch({ clock: systemClock, objects: s3ObjectStore(s3Client(), env.BUCKET_NAME) }),
)
