import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { HttpSource } from '../../verifier/command/http-source'
import { nodeTools } from '../../verifier/command/node-tools'
import { verifyLog } from '../../verifier/verify-log'
import type { TownProcess } from '../support/journeys/town-process'
import { databaseEndpointOf } from '../support/local-database'
import type { Acknowledged } from './crowd'
import { auditLog } from './log-audit'
import type { Annulled } from './office'
import { auditPetition } from './petition-audit'
import type { Collecting } from './petitions'
import { PublishedLog } from './published-log'
import { auditReceipts } from './receipt-audit'
import { rowsOf } from './rows'
import type { Violations } from './violations'
import type { Sighting, Watch } from './watch'

/** What people were told and shown in a run: to all of it the town is held. */
export interface Told {
  readonly acknowledged: readonly Acknowledged[]
  readonly annulled: readonly Annulled[]
  readonly watch: Pick<Watch, 'sightings'>
}

export interface Audit {
  /** Entries of all logs. */
  readonly entries: number
  /** Different checkpoints that readers were shown. */
  readonly checkpoints: number
}

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }
const SETTLE_MS = 150_000

/**
 * Waits until every row has its place and the batch that gave it one is applied.
 * @returns seconds, also where that never came
 */
export async function settle({ site, data }: TownProcess, petitions: readonly Collecting[]): Promise<number> {
  const db = await openDatabase(data)
  const began = performance.now()
  const isSettled = async ({ id }: Collecting) => {
    const rows = await rowsOf(db, id)
    if (rows.some(({ index }) => index === undefined)) return false
    const view = await site.petition(id)
    return (view.log?.size ?? 0) === rows.length
  }
  // What has just been killed may still be starting.
  const areSettled = () => Promise.all(petitions.map(isSettled)).catch(() => [false])
  while (performance.now() - began < SETTLE_MS) {
    if ((await areSettled()).every(Boolean)) break
    await sleep(250)
  }
  db.destroy()
  return (performance.now() - began) / 1000
}

/** Holds a town that has settled to all that people were told and shown. */
export async function audit(
  { site, data }: TownProcess,
  petitions: readonly Collecting[],
  { acknowledged, annulled, watch }: Told,
  violations: Violations,
): Promise<Audit> {
  const db = await openDatabase(data)
  let entries = 0
  let checkpoints = 0
  for (const petition of petitions) {
    const petitionId = petition.id
    const rows = await auditPetition({ site, db, acknowledged, annulled, violations }, petition)
    const sightings = watch.sightings(petitionId)
    const log = new PublishedLog(site.url, petitionId)
    await violations.during(`log of ${petitionId}`, async () => {
      const key = await log.verifierKey()
      await auditLog({ log, key, petition, rows, sightings, violations })
      await checkByVerifier(site.url, petitionId, sightings, violations)
      await auditReceipts({ site, petitionId, key, rows, acknowledged, violations })
    })
    entries += rows.length
    checkpoints += sightings.length
  }
  db.destroy()
  return { entries, checkpoints }
}

/** What the command that everybody can run says of the log, with the first checkpoint that was shown as the kept one. */
async function checkByVerifier(
  url: string,
  petitionId: string,
  sightings: readonly Sighting[],
  violations: Violations,
) {
  const kept = sightings[0]?.note
  const options = { petitionId, ...(kept !== undefined && { kept }) }
  const { verdict, findings } = await verifyLog(new HttpSource(url), nodeTools, options)
  const failed = findings.filter(({ status }) => status === 'failed')
  violations.check(
    verdict === 'holds',
    () => `the verifier says of ${petitionId} that it ${verdict}: ${JSON.stringify(failed)}`,
  )
}

async function openDatabase(data: string): Promise<DynamoDBClient> {
  const endpoint = await databaseEndpointOf(data)
  return new DynamoDBClient({ endpoint, region: 'local', credentials: CREDENTIALS })
}
