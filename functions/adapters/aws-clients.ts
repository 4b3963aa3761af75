import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { KMSClient } from '@aws-sdk/client-kms'
import { SQSClient } from '@aws-sdk/client-sqs'

/** Attempts of one call, the first included: throttled and dropped calls are repeated with growing pauses. */
const maxAttempts = 5

/** Region and credentials come from the function's own environment. */
export const dynamoClient = () => new DynamoDBClient({ maxAttempts })
export const kmsClient = () => new KMSClient({ maxAttempts })
export const sqsClient = () => new SQSClient({ maxAttempts })
