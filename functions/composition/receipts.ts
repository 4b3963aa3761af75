import type { Hono } from 'hono'
import { communityTable } from '../adapters/dynamodb/communities'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import { createReceipts } from '../receipts/app'

export type ReceiptsPlatform = Pick<Platform, 'clock' | 'db' | 'saves' | 'objects'>

/** The receipts of signatures on a platform. */
export function composeReceipts(
  platform: ReceiptsPlatform,
  env: Pick<Environment<'receipts'>, 'TABLE_NAME'>,
): Hono {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  return createReceipts({
    clock: platform.clock,
    objects: platform.objects,
    petitions: petitionTable(table, communities.calendar),
    signatures: signatureTable(table),
  })
}
