import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { linkTokens } from '../../functions/signing/link-token'
import { openKeyFile } from '../../infra/local/key-file'
import { HttpSource } from '../../verifier/command/http-source'
import { nodeTools } from '../../verifier/command/node-tools'
import { verifyLog } from '../../verifier/verify-log'
import { Site as Readers } from '../replay/site'
import type { TownProcess } from '../support/journeys/town-process'
import { databaseEndpointOf } from '../support/local-database'
import { auditPetition } from './audit'
import { Crowd } from './crowd'
import { type Kill, killOnce } from './kills'
import { auditLog } from './log-audit'
import { Office } from './office'
import { type Collecting, publishPetitions } from './petitions'
import { PublishedLog } from './published-log'
import { auditReceipts } from './receipt-audit'
import { rowsOf } from './rows'
import { seeded } from './seeded'
import { Violations } from './violations'
import { type Sighting, Watch } from './watch'

export interface CrashOptions {
  readonly seed: number
  /** How often something is killed. */
  readonly kills: number
  readonly tell?: (what: string) => void
}

export interface CrashReport {
  readonly kills: Readonly<Partial<Record<Kill, number>>>
  /** Signatures whose signers were told so. */
  readonly acknowledged: number
  /** Signatures whose annulment the moderator was told of. */
  readonly annulled: number
  /** Presses without an answer, made again until there was one. */
  readonly unanswered: number
  /** Entries of all logs. */
  readonly entries: number
  /** Different checkpoints that readers were shown. */
  readonly checkpoints: number
  /** Seconds from the last answer until everything was in the logs. */
  readonly settledIn: number
  readonly violations: readonly string[]
}

const CROWD = { atOnce: 12, pauseMs: 20 }
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }
const SETTLE_MS = 150_000

/** Kills a town again and again while people sign, and then holds it to all it told them. */
export async function crashRun(town: TownProcess, options: CrashOptions): Promise<CrashReport> {
  const { seed, tell = () => {} } = options
  const violations = new Violations()
  const petitions = await publishPetitions(town.site)
  const ids = petitions.map(({ id }) => id)
  const site = new Readers(town.site.url)
  const tokens = linkTokens(await openKeyFile(join(town.data, 'root.key')))
  const watch = new Watch(site, ids, violations)
  const crowd = new Crowd({ ...CROWD, site, tokens, petitions: ids, random: seeded(seed + 1), violations })
  const office = await Office.open({ site, petitions, random: seeded(seed + 2), violations })
  const kills: Partial<Record<Kill, number>> = {}
  const random = seeded(seed)
  for (let n = 1; n <= options.kills; n++) {
    const kill = await killOnce(town, random, () => crowd.acknowledged.length)
    kills[kill] = (kills[kill] ?? 0) + 1
    tell(`kill ${n}/${options.kills}: ${kill}; ${crowd.acknowledged.length} acknowledged`)
  }
  await Promise.all([crowd.stop(), office.stop()])
  tell(`settling; ${crowd.acknowledged.length} acknowledged`)
  const settledIn = await settle(town, petitions)
  await watch.stop()
  tell('auditing')
  const audited = { town, petitions, crowd, office, watch, violations }
  const figures = await audit(audited)
  await site.close()
  const acknowledged = crowd.acknowledged.length
  const { unanswered } = crowd
  const annulled = office.annulled.reduce((sum, { targets }) => sum + targets.length, 0)
  return { kills, acknowledged, annulled, unanswered, ...figures, settledIn, violations: violations.found }
}

/** Waits until every row has its place, and the batch that gave it one is applied. @returns seconds, also where that never came */
async function settle({ site, data }: TownProcess, petitions: readonly Collecting[]): Promise<number> {
  const db = await openDatabase(data)
  const began = performance.now()
  const isSettled = async ({ id }: Collecting) => {
    const rows = await rowsOf(db, id)
    if (rows.some(({ index }) => index === undefined)) return false
    const view = await site.petition(id)
    return (view.log?.size ?? 0) === rows.length
  }
  while (performance.now() - began < SETTLE_MS) {
    if ((await Promise.all(petitions.map(isSettled))).every(Boolean)) break
    await sleep(250)
  }
  db.destroy()
  return (performance.now() - began) / 1000
}

interface Ended {
  readonly town: TownProcess
  readonly petitions: readonly Collecting[]
  readonly crowd: Crowd
  readonly office: Office
  readonly watch: Watch
  readonly violations: Violations
}

async function audit({ town, petitions, crowd, office, watch, violations }: Ended) {
  const { site, data } = town
  const db = await openDatabase(data)
  let entries = 0
  let checkpoints = 0
  for (const petition of petitions) {
    const { acknowledged } = crowd
    const { annulled } = office
    const rows = await auditPetition({ site, db, acknowledged, annulled, violations }, petition)
    const sightings = watch.sightings(petition.id)
    const log = new PublishedLog(site.url, petition.id)
    await violations.during(`log of ${petition.id}`, async () => {
      const key = await log.verifierKey()
      await auditLog({ log, key, petition, rows, sightings, violations })
      await checkByVerifier(site.url, petition.id, sightings, violations)
      await auditReceipts({ site, petitionId: petition.id, key, rows, acknowledged, violations })
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
