import { randomUUID } from 'node:crypto'
import {
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { DomainError } from '../../../shared/problem'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import type { Scope, StaffMember } from '../../../shared/staff/staff-member'
import type { OfficeStore } from '../../ports/office-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** People, settings and their register in the table. */
export function officeTable(table: Table): OfficeStore {
  const { db, name: TableName } = table

  async function save(scope: Scope, put: TransactWriteItem['Put'], entry: OfficeEntry): Promise<void> {
    try {
      await db.send(
        new TransactWriteItemsCommand({ TransactItems: [{ Put: put }, officeLine(table, scope, entry)] }),
      )
    } catch (error) {
      if (error instanceof TransactionCanceledException) throw new DomainError('conflict')
      throw error
    }
  }

  return {
    async members() {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': keys.staff('').pk }),
        ConsistentRead: true,
      })
      return rows.map((row) => fromItem<StaffMember>(row))
    },

    saveMember(scope, member, before, entry) {
      const unchanged = before
        ? {
            ConditionExpression: 'grants = :before',
            ExpressionAttributeValues: toItem({ ':before': before.grants }),
          }
        : { ConditionExpression: 'attribute_not_exists(pk)' }
      const Item = toItem({ ...keys.staff(member.id), ...member })
      return save(scope, { TableName, Item, ...unchanged }, entry)
    },

    saveCommunity(community, before, entry) {
      const unchanged =
        before.version === undefined
          ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(version)' }
          : {
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: toItem({ ':before': before.version }),
            }
      const Item = toItem({ ...keys.community(community.id), ...community })
      return save(`community:${community.id}`, { TableName, Item, ...unchanged }, entry)
    },

    async register(scope, limit) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keys.officeEntry(scope, '', '').pk }),
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      )
      return Items.map((row) => fromItem<OfficeEntry>(row))
    },
  }
}

/** A line of the register, to be written together with what it is about. */
export function officeLine({ name: TableName }: Table, scope: Scope, entry: OfficeEntry): TransactWriteItem {
  return {
    Put: { TableName, Item: toItem({ ...keys.officeEntry(scope, entry.at, randomUUID()), ...entry }) },
  }
}
