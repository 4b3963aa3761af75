import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { petitionTable } from '../../functions/adapters/dynamodb/petitions'
import { personKey } from '../../functions/signing/person-key'
import { petitionKeySeal } from '../../functions/signing/petition-key'
import { openKeyFile } from '../../infra/local/key-file'
import { TABLE } from '../../infra/local/settings'
import { emailAddress } from '../../shared/signing/email-address'
import { personIdOf } from '../../shared/signing/person-id'
import type { TownProcess } from '../support/journeys/town-process'
import type { Collecting } from './campaign'

/** What only who holds a petition's key can tell. */
export interface Ownership {
  readonly key: Uint8Array
  /** Which person's row an address leads to, however it is spelt. */
  nullifier(address: string): string
}

export async function ownershipOf(
  db: DynamoDBClient,
  { site, data }: TownProcess,
  { id }: Collecting,
): Promise<Ownership> {
  const seal = petitionKeySeal(await openKeyFile(join(data, 'root.key')))
  const petitions = petitionTable({ db, name: TABLE }, noCalendar, seal)
  const key = await petitions.petitionKey(id)
  if (!key) throw new Error(`petition ${id} has no key`)
  const { origin } = (await site.petition(id)).log ?? {}
  if (!origin) throw new Error(`petition ${id} has no log`)
  return {
    key,
    nullifier: (address) => personKey(key, origin, personIdOf({ email: emailAddress.parse(address) })),
  }
}

function noCalendar(): never {
  throw new Error('no day is counted here')
}
