import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import { FOLLOWERS } from '../../shared/petition/updates'
import { reportUnforeseen } from '../http/problem'
import type { MailMessage } from '../ports/mail-message'
import { type DeliverAnnulmentDeps, deliverAnnulment } from './deliver-annulment'
import { type DeliverDigestDeps, deliverDigest } from './deliver-digest'
import { type DeliverDraftDeps, deliverDraft } from './deliver-draft'
import { type DeliverLinkDeps, deliverLink } from './deliver-link'
import { type DeliverDeps, deliverNotice } from './deliver-notice'
import { type DeliverReceiptDeps, deliverReceipt, ReceiptNotReady } from './deliver-receipt'
import { type DeliverUpdatesDeps, deliverUpdate, deliverUpdates, RoundHeld } from './deliver-updates'
import { type DeliverWebhookDeps, deliverWebhook, WebhookWaits } from './deliver-webhook'

export type DeliverMailDeps = DeliverDeps &
  DeliverLinkDeps &
  DeliverReceiptDeps &
  DeliverDraftDeps &
  DeliverDigestDeps &
  DeliverAnnulmentDeps &
  DeliverUpdatesDeps &
  DeliverWebhookDeps & {
    /** Receives after which the queue sets a message aside. */
    readonly maxReceives: number
  }

/** Delivers a batch of the mail queue. Each message fails alone and is tried again alone. */
export function deliverMail(deps: DeliverMailDeps): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async (event) => {
    const failed = await Promise.all(event.Records.map((record) => attempt(deps, record)))
    return {
      batchItemFailures: failed
        .filter((id) => id !== undefined)
        .map((itemIdentifier) => ({ itemIdentifier })),
    }
  }
}

/** @returns the message's id when it has to be tried again */
async function attempt(deps: DeliverMailDeps, record: SQSRecord): Promise<string | undefined> {
  try {
    const message = JSON.parse(record.body) as MailMessage
    const receives = Number(record.attributes.ApproximateReceiveCount)
    await deliver(deps, message, record.messageId, receives >= deps.maxReceives)
    return undefined
  } catch (error) {
    const waits =
      error instanceof ReceiptNotReady || error instanceof RoundHeld || error instanceof WebhookWaits
    if (!waits) reportUnforeseen(error)
    return record.messageId
  }
}

function deliver(deps: DeliverMailDeps, message: MailMessage, id: string, last: boolean): Promise<void> {
  switch (message.type) {
    case 'link':
      return deliverLink(deps, message.token, message.locale)
    case 'receipt':
      return deliverReceipt(deps, message, id)
    case 'annulment':
      return deliverAnnulment(deps, message.petitionId, message.target)
    case 'update':
      return deliverUpdate(deps, message, last)
    case 'digest':
      return deliverDigest(deps, message.day, id)
    case 'webhook':
      return deliverWebhook(deps, { receiver: message.receiver, id: message.delivery }, last)
    case 'draft':
      return deliverDraft(deps, message.petitionId, message.version)
    case 'notice':
      if (message.noticeId.endsWith(`-${FOLLOWERS}`)) {
        return deliverUpdates(deps, message.petitionId, message.noticeId, last)
      }
      return deliverNotice(deps, message.petitionId, message.noticeId, last)
  }
}
