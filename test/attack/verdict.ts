import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { rowsOf } from '../crash/rows'
import type { Violations } from '../crash/violations'
import { databaseEndpointOf } from '../support/local-database'
import { flaggedIn } from './flagged'
import { ownershipOf } from './ownership'
import { auditProofs } from './proofs-audit'
import type { Residents } from './residents'
import type { Stage } from './stage'

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

/** Signatures by who got them: a strategy's name, or `residents`. */
export interface Taken {
  readonly counted: number
  /** Of them, those that the anomaly report would have a moderator look at. */
  readonly flagged: number
}

/** Holds the table's rows of both petitions to what was done for them, and to every resident being among them. */
export async function auditRows(
  stage: Stage,
  residents: Residents,
  violations: Violations,
): Promise<ReadonlyMap<string, Taken>> {
  const endpoint = await databaseEndpointOf(stage.town.data)
  const db = new DynamoDBClient({ endpoint, region: 'local', credentials: CREDENTIALS })
  const all = new Map<string, Taken>()
  try {
    for (const petition of [stage.petition, stage.other]) {
      const rows = await rowsOf(db, petition.id)
      const { key, nullifier } = await ownershipOf(db, stage.town, petition)
      const takers = auditProofs({ stage, petition, rows, nullifier, violations })
      const flagged = flaggedIn(rows, key)
      for (const [row, who] of takers) {
        const { counted, flagged: odd } = all.get(who) ?? { counted: 0, flagged: 0 }
        all.set(who, { counted: counted + 1, flagged: odd + (flagged.has(row) ? 1 : 0) })
      }
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
