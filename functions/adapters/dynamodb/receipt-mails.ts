import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { ReceiptMails } from '../../ports/receipt-mails'
import { conditionHeld } from './condition'
import { keys, type Table, toItem } from './table'

/** Receipts mailed of late, a short-lived item each. */
export function receiptMailTable({ db, name: TableName }: Table): ReceiptMails {
  return {
    async take(petitionId, index, by, now, until) {
      const Item = toItem({ ...keys.receiptMail(petitionId, index), by, expiresAt: seconds(until) })
      return conditionHeld(
        db.send(
          new PutItemCommand({
            TableName,
            Item,
            ConditionExpression: 'attribute_not_exists(pk) OR #by = :by OR expiresAt <= :now',
            ExpressionAttributeNames: { '#by': 'by' },
            ExpressionAttributeValues: toItem({ ':by': by, ':now': seconds(now) }),
          }),
        ),
      )
    },
  }
}

function seconds(instant: string): number {
  return Math.ceil(Date.parse(instant) / 1000)
}
