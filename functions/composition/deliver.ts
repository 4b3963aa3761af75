import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { deliverMail } from '../actions/deliver-mail'
import { annulmentTable } from '../adapters/dynamodb/annulments'
import { anomalyTable } from '../adapters/dynamodb/anomalies'
import { answerDraftTable } from '../adapters/dynamodb/answer-drafts'
import { communityTable } from '../adapters/dynamodb/communities'
import { contactTable } from '../adapters/dynamodb/contacts'
import { deliveryTable } from '../adapters/dynamodb/deliveries'
import { deskTable } from '../adapters/dynamodb/desk'
import { digestTable } from '../adapters/dynamodb/digests'
import { followerTable } from '../adapters/dynamodb/followers'
import { noticeTable } from '../adapters/dynamodb/notices'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { receiptMailTable } from '../adapters/dynamodb/receipt-mails'
import { receiverTable } from '../adapters/dynamodb/receivers'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { staffTable } from '../adapters/dynamodb/staff'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { httpsWebhooks } from '../adapters/https-webhooks'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import { linkTokens } from '../signing/link-token'
import { petitionKeySeal } from '../signing/petition-key'

export type DeliverPlatform = Pick<
  Platform,
  'clock' | 'db' | 'saves' | 'keys' | 'mailer' | 'mailQueue' | 'objects'
>

/** The mail queue's consumer on a platform. */
export function composeDeliver(
  platform: DeliverPlatform,
  env: Environment<'deliver'>,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  return deliverMail({
    ...platform,
    communities,
    petitions: petitionTable(table, () => communities.calendar(), petitionKeySeal(platform.keys)),
    notices: noticeTable(table),
    followers: followerTable(table),
    metrics: embeddedMetrics(platform.clock),
    staff: staffTable(table),
    signatures: signatureTable(table),
    contacts: contactTable(table),
    annulments: annulmentTable(table),
    drafts: answerDraftTable(table),
    receivers: receiverTable(table),
    deliveries: deliveryTable(table),
    webhooks: httpsWebhooks({ onThisMachine: env.LOCAL_RECEIVERS === 'yes' }),
    receiptMails: receiptMailTable(table),
    anomalies: anomalyTable(table),
    digests: digestTable(table),
    desk: deskTable(table),
    tokens: linkTokens(platform.keys),
    publicUrl: env.PUBLIC_URL,
    maxReceives: env.MAIL_MAX_RECEIVES,
  })
}
