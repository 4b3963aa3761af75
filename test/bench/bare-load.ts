import { randomBytes } from 'node:crypto'
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { resident } from '../replay/crowd'
import { serveLoad } from './load'

/** Puts signatures of the same shape straight into the table, under the same condition. */
const [endpoint = '', TableName = '', partition = ''] = process.argv.slice(2)
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const db = new DynamoDBClient({ endpoint, region: 'local', credentials })
let people = 0

serveLoad(async (requests) => Array.from({ length: requests }, () => put(people++)))

function put(number: number) {
  const { surname, givenName, patronymic = '' } = resident(number, 'bench').name
  const personKey = randomBytes(32).toString('base64url')
  const [nameSalt, personSalt] = [randomBytes(32), randomBytes(32)]
  return async () => {
    const Item = {
      pk: { S: partition },
      sk: { S: personKey },
      surname: { S: surname },
      givenName: { S: givenName },
      patronymic: { S: patronymic },
      confirmedAt: { S: new Date().toISOString() },
      nameSalt: { B: nameSalt },
      personSalt: { B: personSalt },
      level: { S: 'email' },
    }
    await db.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
    return undefined
  }
}
