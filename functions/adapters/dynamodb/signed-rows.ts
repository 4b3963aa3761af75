import { paginateQuery } from '@aws-sdk/client-dynamodb'
import type { Signed } from '../../../shared/anomaly/signed'
import { IDENTITIES, type Identity } from '../../../shared/community/settings'
import { annulmentTarget, kindOfKey } from '../../../shared/log/row-key'
import { fullName } from '../../../shared/signing/person-name'
import { decodeTraits } from '../../../shared/signing/traits'
import type { SignedRows } from '../../ports/signed-rows'
import { type Item, keys, type Table, toItem } from './table'

const FIELDS = ['sk', 'surname', 'givenName', 'patronymic', 'confirmedAt', 'level', 'traits', 'index']

/** Signatures' rows without salts, page after page. */
export function signedRowTable({ db, name: TableName }: Table): SignedRows {
  return {
    async *read(petitionId) {
      const pages = paginateQuery(
        { client: db },
        {
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keys.signature(petitionId, '').pk }),
          ProjectionExpression: FIELDS.map((field) => `#${field}`).join(', '),
          ExpressionAttributeNames: Object.fromEntries(FIELDS.map((field) => [`#${field}`, field])),
        },
      )
      for await (const { Items = [] } of pages) {
        yield { signed: Items.flatMap(signedOf), annulled: Items.flatMap(annulledBy) }
      }
    },
  }
}

/** Read attribute by attribute: a damaged row is left out and harms no other. */
function signedOf(item: Item): Omit<Signed, 'annulled'>[] {
  const index = Number(item.index?.N ?? Number.NaN)
  const at = item.confirmedAt?.S
  const [surname, givenName, patronymic] = [item.surname?.S, item.givenName?.S, item.patronymic?.S]
  if (kindOfKey(item.sk?.S ?? '') !== 'signature') return []
  if (!Number.isSafeInteger(index) || !at || !surname || !givenName) return []
  const name = fullName({ surname, givenName, ...(patronymic !== undefined && { patronymic }) })
  const traits = decodeTraits(item.traits?.S)
  return [{ index, at, name, level: levelOf(item.level?.S), ...(traits && { traits }) }]
}

function levelOf(level: string | undefined): Identity {
  return IDENTITIES.find((one) => one === level) ?? 'email'
}

function annulledBy(item: Item): number[] {
  const target = annulmentTarget(item.sk?.S ?? '')
  return target === undefined ? [] : [target]
}
