import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { linkTokens } from '../../functions/signing/link-token'
import { openKeyFile } from '../../infra/local/key-file'
import { Site as Readers } from '../replay/site'
import type { TownProcess } from '../support/journeys/town-process'
import { type Audit, audit, settle } from './audit'
import { Crowd } from './crowd'
import { type Kill, killOnce } from './kills'
import { Office } from './office'
import { type Collecting, publishPetitions } from './petitions'
import { seeded } from './seeded'
import { Violations } from './violations'
import { Watch } from './watch'

export interface CrashOptions {
  readonly seed: number
  /** How often something is killed. */
  readonly kills: number
  readonly tell?: (what: string) => void
}

export interface CrashReport extends Audit {
  readonly kills: Readonly<Partial<Record<Kill, number>>>
  /** Batches that a kill left half done. */
  readonly batchesCut: number
  /** Signatures whose signers were told so. */
  readonly acknowledged: number
  /** Signatures whose annulment the moderator was told of. */
  readonly annulled: number
  /** Presses without an answer, made again until there was one. */
  readonly unanswered: number
  /** Seconds from the last answer until everything was in the logs. */
  readonly settledIn: number
  readonly violations: readonly string[]
}

const CROWD = { atOnce: 12, pauseMs: 20 }

/** Kills a town again and again while people sign, and then holds it to all it told them. */
export async function crashRun(town: TownProcess, options: CrashOptions): Promise<CrashReport> {
  const petitions = await publishPetitions(town.site)
  const site = new Readers(town.site.url)
  const giveUp = new AbortController()
  try {
    return await run({ town, petitions, site, options, signal: giveUp.signal })
  } finally {
    giveUp.abort()
    await site.close()
  }
}

interface Stage {
  readonly town: TownProcess
  readonly petitions: readonly Collecting[]
  readonly site: Readers
  readonly options: CrashOptions
  readonly signal: AbortSignal
}

async function run({ town, petitions, site, options, signal }: Stage): Promise<CrashReport> {
  const { seed, tell = () => {} } = options
  const violations = new Violations()
  const tokens = linkTokens(await openKeyFile(join(town.data, 'root.key')))
  const actors = { site, petitions, violations, signal }
  const watch = new Watch(actors)
  const office = await Office.open({ ...actors, random: seeded(seed + 2) })
  const crowd = new Crowd({ ...actors, ...CROWD, tokens, random: seeded(seed + 1) })
  const signed = () => crowd.signed
  const isSequencing = () => hasStaged(town.data, petitions)
  const kills: Partial<Record<Kill, number>> = {}
  let batchesCut = 0
  const random = seeded(seed)
  for (let n = 1; n <= options.kills; n++) {
    const { kill, midBatch } = await killOnce(town, random, { signed, isSequencing })
    kills[kill] = (kills[kill] ?? 0) + 1
    if (midBatch) batchesCut++
    tell(`kill ${n}/${options.kills}: ${kill}; ${signed()} acknowledged`)
  }
  await Promise.all([crowd.stop(), office.stop()])
  tell(`settling; ${signed()} acknowledged`)
  const settledIn = await settle(town, petitions)
  await watch.stop()
  tell('auditing')
  const told = { acknowledged: crowd.acknowledged, annulled: office.annulled, watch }
  const audited = await audit(town, petitions, told, violations)
  return {
    kills,
    batchesCut,
    acknowledged: signed(),
    annulled: office.annulled.reduce((sum, { targets }) => sum + targets.length, 0),
    unanswered: crowd.unanswered,
    ...audited,
    settledIn,
    violations: violations.found,
  }
}

/** Whether a staging object of one of the petitions is there. */
async function hasStaged(data: string, petitions: readonly Collecting[]): Promise<boolean> {
  const folders = petitions.map(({ id }) => join(data, 'objects/staging', id))
  const staged = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])))
  return staged.flat().some((name) => /^\d/.test(name))
}
