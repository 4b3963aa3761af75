import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { rowsOf } from '../crash/rows'
import type { Violations } from '../crash/violations'
import { databaseEndpointOf } from '../support/local-database'
import { nullifiers } from './ownership'
import { auditProofs, type Counted } from './proofs-audit'
import type { Residents } from './residents'
import type { Stage } from './stage'

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

/** Holds the table's rows of both petitions to what was done for them, and to every resident being among them. */
export async function auditRows(
  stage: Stage,
  residents: Residents,
  violations: Violations,
): Promise<Counted> {
  const endpoint = await databaseEndpointOf(stage.town.data)
  const db = new DynamoDBClient({ endpoint, region: 'local', credentials: CREDENTIALS })
  const all = new Map<string, number>()
  try {
    for (const petition of [stage.petition, stage.other]) {
      const rows = await rowsOf(db, petition.id)
      const nullifier = await nullifiers(db, stage.town, petition)
      const counted = auditProofs({ stage, petition, rows, nullifier, violations })
      for (const [who, number] of counted) all.set(who, (all.get(who) ?? 0) + number)
      const keys = new Set(rows.map(({ key }) => key))
      const own = residents.addresses.filter(({ petitionId }) => petitionId === petition.id)
      for (const { address } of own) {
        violations.check(keys.has(nullifier(address)), () => `${address}, a resident, is not counted`)
      }
    }
  } finally {
    db.destroy()
  }
  for (const failure of residents.failures) violations.add(failure)
  return all
}
