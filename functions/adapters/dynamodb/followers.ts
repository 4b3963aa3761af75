import { DeleteItemCommand, GetItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { Instant } from '../../../shared/calendar/day'
import type { Follower, FollowerStore } from '../../ports/follower-store'
import { conditionHeld } from './condition'
import { type Item, keys, type Table, toItem } from './table'

/** Followers of petitions in the table, which deletes them some time after they have expired. */
export function followerTable({ db, name: TableName }: Table): FollowerStore {
  const keyOf = (petitionId: string, key: string) => toItem(keys.follower(petitionId, key))
  return {
    async put(petitionId, { key, sealed, since }, expiresAt) {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: keyOf(petitionId, key),
          UpdateExpression: 'SET sealed = :sealed, expiresAt = :end, since = if_not_exists(since, :since)',
          ExpressionAttributeValues: toItem({
            ':sealed': sealed,
            ':since': since,
            ':end': Math.ceil(Date.parse(expiresAt) / 1000),
          }),
        }),
      )
    },

    async delete(petitionId, key) {
      await db.send(new DeleteItemCommand({ TableName, Key: keyOf(petitionId, key) }))
    },

    async get(petitionId, key, now) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: keyOf(petitionId, key), ConsistentRead: true }),
      )
      return Item && isKept(Item, now) ? followerOf(Item) : undefined
    },

    async page(petitionId, after, limit, now) {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keys.follower(petitionId, '').pk }),
          ...(after !== undefined && { ExclusiveStartKey: keyOf(petitionId, after) }),
          Limit: limit,
        }),
      )
      const items = Items.filter((item) => isKept(item, now)).map(followerOf)
      const next = LastEvaluatedKey?.sk?.S
      return next === undefined ? { items } : { items, next }
    },

    async told(petitionId, key, noticeId) {
      const update = new UpdateItemCommand({
        TableName,
        Key: keyOf(petitionId, key),
        UpdateExpression: 'ADD told :notices',
        ConditionExpression: 'attribute_exists(pk) AND NOT contains(told, :notice)',
        ExpressionAttributeValues: { ':notices': { SS: [noticeId] }, ':notice': { S: noticeId } },
      })
      return conditionHeld(db.send(update))
    },
  }
}

function isKept(item: Item, now: Instant): boolean {
  return Number(item.expiresAt?.N ?? 0) * 1000 > Date.parse(now)
}

function followerOf(item: Item): Follower {
  return {
    key: item.sk?.S ?? '',
    sealed: item.sealed?.S ?? '',
    since: item.since?.S ?? '',
    told: new Set(item.told?.SS),
  }
}
