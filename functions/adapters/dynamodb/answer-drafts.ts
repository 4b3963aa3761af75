import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { DraftStep } from '../../../shared/petition/answer-draft'
import type { AnswerDrafts } from '../../ports/answer-drafts'
import { conditionHeld } from './condition'
import { fromItem, keys, type Table, toItem } from './table'

/** Steps of drafts in the table, apart from the petitions whose rows are public in the end. */
export function answerDraftTable({ db, name: TableName }: Table): AnswerDrafts {
  async function newest(petitionId: string, Limit?: number): Promise<DraftStep[]> {
    const { pk, sk } = keys.answerDraft(petitionId)
    const { Items = [] } = await db.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
        ScanIndexForward: false,
        ConsistentRead: true,
        ...(Limit && { Limit }),
      }),
    )
    return Items.map((row) => fromItem<DraftStep>(row))
  }

  return {
    last: async (petitionId) => (await newest(petitionId, 1))[0],
    steps: (petitionId) => newest(petitionId),

    async step(petitionId, version) {
      const Key = toItem(keys.answerDraft(petitionId, version))
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item && fromItem<DraftStep>(Item)
    },

    async mailed(petitionId, version, at) {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: toItem(keys.answerDraft(petitionId, version)),
          UpdateExpression: 'SET mailedAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: toItem({ ':at': at }),
        }),
      )
    },

    async add(petitionId, step) {
      return conditionHeld(
        db.send(
          new PutItemCommand({
            TableName,
            Item: toItem({ ...keys.answerDraft(petitionId, step.version), ...step }),
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      )
    },
  }
}
