import { handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import { dynamoClient, kmsClient, lambdaClient } from '../adapters/aws-clients'
import { filesBeside } from '../adapters/files-beside'
import { kmsKeyRing } from '../adapters/kms-key-ring'
import { lambdaBackground } from '../adapters/lambda-background'
import { s3Client, s3ObjectStore } from '../adapters/s3-object-store'
import { systemClock, systemRandom } from '../adapters/system'
import { composeDocuments } from '../composition/documents'
import { type DossierOrder, isDossierOrder } from '../documents/dossier/order'
import { readEnvironment } from '../environment'

const env = readEnvironment('documents', process.env)

const { app, make } = composeDocuments(
  {
    clock: systemClock,
    random: systemRandom,
    db: dynamoClient(),
    objects: s3ObjectStore(s3Client(), env.BUCKET_NAME),
    keys: kmsKeyRing(kmsClient(), env.ROOT_KEY_ID),
    files: filesBeside(import.meta.url),
  },
  env,
  // The runtime itself names the function.
  lambdaBackground<DossierOrder>(lambdaClient(), process.env.AWS_LAMBDA_FUNCTION_NAME ?? ''),
)
const answer = handle(app)

/** A request, or an order of an earlier run of this function. */
export const handler = (event: LambdaEvent | DossierOrder, context: LambdaContext) =>
  isDossierOrder(event) ? make(event) : answer(event, context)
