import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { keys, toItem } from '../../functions/adapters/dynamodb/table'
import { personKey } from '../../functions/signing/person-key'
import { TABLE } from '../../infra/local/settings'
import { emailAddress, personIdOfEmail } from '../../shared/signing/email-address'
import type { TownProcess } from '../support/journeys/town-process'
import type { Collecting } from './campaign'

/** Which person's row of a petition an address leads to; only who holds the petition's key can tell. */
export async function nullifiers(
  db: DynamoDBClient,
  { site }: TownProcess,
  { id }: Collecting,
): Promise<(address: string) => string> {
  const { Item } = await db.send(new GetItemCommand({ TableName: TABLE, Key: toItem(keys.petitionKey(id)) }))
  const key = Item?.key?.B
  if (!key) throw new Error(`petition ${id} has no key`)
  const { origin } = (await site.petition(id)).log ?? {}
  if (!origin) throw new Error(`petition ${id} has no log`)
  return (address) => personKey(key, origin, personIdOfEmail(emailAddress.parse(address)))
}
