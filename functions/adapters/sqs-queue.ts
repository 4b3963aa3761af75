import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs'
import type { Queue } from '../ports/queue'

/** The most that SQS takes at once. */
const BATCH = 10
const ATTEMPTS = 3

/** JSON messages in an SQS queue. Throws when some were not taken; those that were may come twice then. */
export function sqsQueue<Message>(sqs: SQSClient, queueUrl: string): Queue<Message> {
  return {
    async send(messages) {
      for (let start = 0; start < messages.length; start += BATCH) {
        await sendBatch(sqs, queueUrl, messages.slice(start, start + BATCH))
      }
    },
  }
}

async function sendBatch(sqs: SQSClient, QueueUrl: string, messages: readonly unknown[]): Promise<void> {
  let entries = messages.map((message, index) => ({
    Id: String(index),
    MessageBody: JSON.stringify(message),
  }))
  for (let attempt = 0; attempt < ATTEMPTS && entries.length > 0; attempt++) {
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries: entries }))
    const failed = new Set(Failed.map((failure) => failure.Id))
    entries = entries.filter((entry) => failed.has(entry.Id))
  }
  if (entries.length > 0) throw new Error(`SQS did not take ${entries.length} message(s)`)
}
