import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import type { CalendarSettings } from '../../../shared/calendar/working-calendar'
import type { Community, Host } from '../../../shared/community/settings'
import type { CommunityStore } from '../../ports/community-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Communities, hosts and the calendar in force; few rows, changed seldom. */
export function communityTable(table: Table): CommunityStore {
  const { db, name: TableName } = table

  async function get<T>(key: { pk: string; sk: string }): Promise<T | undefined> {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }))
    return Item && fromItem<T>(Item)
  }

  async function all<T>(pk: string): Promise<T[]> {
    const rows = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: toItem({ ':pk': pk }),
    })
    return rows.map((row) => fromItem<T>(row))
  }

  const put = (item: object) => db.send(new PutItemCommand({ TableName, Item: toItem(item) }))

  return {
    community: (id) => get<Community>(keys.community(id)),
    communities: () => all<Community>(keys.community('').pk),
    host: (id) => get<Host>(keys.host(id)),
    hosts: () => all<Host>(keys.host('').pk),
    putCommunity: async (community) => void (await put({ ...keys.community(community.id), ...community })),
    putHost: async (host) => void (await put({ ...keys.host(host.id), ...host })),
    calendar: async () => (await get<CalendarSettings>(keys.calendar())) ?? UKRAINE,
    putCalendar: async (calendar) => void (await put({ ...keys.calendar(), ...calendar })),

    async nextNumber(communityId) {
      const { Attributes } = await db.send(
        new UpdateItemCommand({
          TableName,
          Key: toItem(keys.petitionNumber(communityId)),
          UpdateExpression: 'ADD n :one',
          ExpressionAttributeValues: toItem({ ':one': 1 }),
          ReturnValues: 'UPDATED_NEW',
        }),
      )
      return Number(Attributes!.n!.N)
    },
  }
}
