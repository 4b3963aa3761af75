import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { LambdaClient } from '@aws-sdk/client-lambda'
import { S3Client } from '@aws-sdk/client-s3'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Attempts of one call, the first included: throttled and dropped calls are repeated with growing pauses. */
const maxAttempts = 5

/** Rows of one batch of the log are written so many at once. */
const httpsAgent = { keepAlive: true, maxSockets: 128 }

/** Region and credentials come from the function's own environment. */
export const dynamoClient = () => new DynamoDBClient({ maxAttempts, requestHandler: { httpsAgent } })
export const kmsClient = () => new KMSClient({ maxAttempts })
export const lambdaClient = () => new LambdaClient({ maxAttempts })
export const sqsClient = () => new SQSClient({ maxAttempts })
export const s3Client = () => new S3Client({ maxAttempts })
export const sesClient = () => new SESv2Client({ maxAttempts })
