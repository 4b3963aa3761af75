import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { StaffMember } from '../../../shared/staff/staff-member'
import type { StaffStore } from '../../ports/staff-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Staff of all councils and hosts: one small item collection, read whole where an address is looked for. */
export function staffTable(table: Table): StaffStore {
  const { db, name: TableName } = table

  async function everybody(): Promise<StaffMember[]> {
    const rows = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': keys.staff('').pk }),
    })
    return rows.map((row) => fromItem<StaffMember>(row))
  }

  return {
    async staff(id) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: toItem(keys.staff(id)), ConsistentRead: true }),
      )
      return Item && fromItem<StaffMember>(Item)
    },

    async byEmail(email) {
      const wanted = email.trim().toLowerCase()
      return (await everybody()).find((member) => member.email.toLowerCase() === wanted)
    },

    async withRole(role, scope) {
      const holds = (member: StaffMember) =>
        member.grants.some((grant) => grant.role === role && (grant.scope === scope || grant.scope === '*'))
      return (await everybody()).filter(holds)
    },

    async putStaff(member) {
      await db.send(new PutItemCommand({ TableName, Item: toItem({ ...keys.staff(member.id), ...member }) }))
    },
  }
}
