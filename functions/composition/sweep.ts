import { type AskForDigestDeps, askForDigest } from '../actions/ask-for-digest'
import { applyScheduled } from '../actions/change-settings'
import { type ErasureDeps, eraseDue } from '../actions/erase-names'
import { forgetLevels } from '../actions/keep-levels'
import { publishByClock } from '../actions/publish-day'
import { publishPetition } from '../actions/publish-petition'
import { reconcileSignatures } from '../actions/reconcile-signatures'
import { type RenewKeysDeps, renewPetitionKeys } from '../actions/renew-petition-keys'
import { repeatWebhooks } from '../actions/repeat-webhooks'
import { forgetAnomalies } from '../actions/report-anomalies'
import { sequenceSignatures } from '../actions/sequence-signatures'
import { StampDue } from '../actions/stamp-due'
import { healCounts, type SweepDeps, type SweepReport, sweepDue } from '../actions/sweep-due'
import { type WatchDeps, watchAnomalies } from '../actions/watch-anomalies'
import { anomalyTable } from '../adapters/dynamodb/anomalies'
import { communityTable } from '../adapters/dynamodb/communities'
import { deliveryTable } from '../adapters/dynamodb/deliveries'
import { digestTable } from '../adapters/dynamodb/digests'
import { erasureTable } from '../adapters/dynamodb/erasures'
import { officeTable } from '../adapters/dynamodb/office'
import { petitionKeyTable } from '../adapters/dynamodb/petition-keys'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { signedRowTable } from '../adapters/dynamodb/signed-rows'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { httpTimeStampAuthority } from '../adapters/http-time-stamp-authority'
import { type Platform, tableOf } from '../composition'
import { forgetPrepared } from '../documents/dossier/prepared'
import type { Environment } from '../environment'
import { petitionKeySeal } from '../signing/petition-key'
import { publishingOn } from './react'
import { sequencingOn } from './sequence'

export type SweepPlatform = Pick<
  Platform,
  'clock' | 'random' | 'db' | 'saves' | 'objects' | 'logSigner' | 'keys' | 'mailQueue'
>

/** Signatures whose names one run may erase. */
const NAMES_PER_RUN = 2000
/** Since the run began; the function is ended after 55 seconds. */
const ERASING_MS = 25_000
/** Since the run began: until then petitions' keys are sealed anew, where a root was rotated. */
const RENEWING_MS = 35_000
/** Since the run began: until then reports on unusual signatures must have ended. */
const REPORTING_MS = 52_000

/**
 * The scheduled sweep on a platform: what is due, once a minute a share of the counts to heal, the pages that time
 * alone makes old, names whose term is over, the operators' digest, time stamps, which nothing waits for, and last the
 * reports on unusual signatures.
 */
export function composeSweep(platform: SweepPlatform, env: Environment<'sweep'>): () => Promise<SweepReport> {
  const deps = sweepOn(platform, env)
  const erasing = erasingOn(platform, env, deps)
  const publishing = publishingOn(platform, env)
  const office = officeTable(tableOf(platform, env))
  const deliveries = deliveryTable(tableOf(platform, env))
  const stamps = stampingOn(platform, env)
  const renewing = renewingOn(platform, env)
  const metrics = embeddedMetrics(platform.clock)
  const watching = watchingOn(platform, env, deps)
  const digest: AskForDigestDeps = { ...platform, digests: digestTable(tableOf(platform, env)) }
  let healed: string | undefined
  let asked: string | undefined
  return async () => {
    const began = performance.now()
    const report = await sweepDue(deps)
    const minute = platform.clock.now().slice(0, 16)
    if (healed !== minute) await healCounts(deps, healed === undefined)
    healed = minute
    await applyScheduled({ ...deps, office }).catch((error: Error) =>
      metrics.count('SweepFailures', 1, { error: error.name }),
    )
    await repeatWebhooks({ ...platform, deliveries }).catch((error: Error) =>
      metrics.count('SweepFailures', 1, { error: error.name }),
    )
    await publishByClock(publishing).catch((error: Error) =>
      metrics.count('PublishingFailures', 1, { error: error.name }),
    )
    const within = (ms: number) => () => performance.now() - began < ms
    const erased = await eraseDue(erasing, { most: NAMES_PER_RUN, hasTime: within(ERASING_MS) })
    await renewPetitionKeys(renewing, within(RENEWING_MS)).catch((error: Error) =>
      metrics.count('SweepFailures', 1, { error: error.name }),
    )
    asked = await askForDigest(digest, asked).catch((error: Error) => {
      metrics.count('SweepFailures', 1, { error: error.name })
      return asked
    })
    await stamps?.run()
    await watchAnomalies(watching, () => REPORTING_MS - (performance.now() - began)).catch((error: Error) =>
      metrics.count('AnomalyFailures', 1, { error: error.name }),
    )
    return { handled: report.handled + erased.handled, failed: report.failed + erased.failed }
  }
}

/** Erasing over the platform’s table and objects. */
export function erasingOn(
  platform: SweepPlatform,
  env: { readonly TABLE_NAME: string },
  deps: Omit<SweepDeps, 'reconcile'>,
): ErasureDeps {
  const sequencing = sequencingOn(platform, env)
  return {
    ...deps,
    log: sequencing.log,
    erasures: erasureTable(tableOf(platform, env)),
    forgetLevels: (petitionId, size) => forgetLevels(platform.objects, petitionId, size),
    async forgetFiles(petition) {
      await forgetPrepared(platform.objects, petition.id)
      const anomalies = anomalyTable(tableOf(platform, env))
      await forgetAnomalies({ objects: platform.objects, anomalies }, petition)
    },
    sequence: (petitionId, keys) => sequenceSignatures(sequencing, petitionId, keys),
  }
}

function watchingOn(
  platform: SweepPlatform,
  env: Environment<'sweep'>,
  { petitions }: Pick<SweepDeps, 'petitions'>,
): WatchDeps {
  const table = tableOf(platform, env)
  const metrics = embeddedMetrics(platform.clock)
  return {
    clock: platform.clock,
    objects: platform.objects,
    petitions,
    log: sequencingOn(platform, env).log,
    signedRows: signedRowTable(table),
    anomalies: anomalyTable(table),
    onFailure: (petitionId, error) =>
      metrics.count('AnomalyFailures', 1, {
        petitionId,
        error: error instanceof Error ? error.name : typeof error,
      }),
  }
}

function renewingOn(platform: SweepPlatform, env: Environment<'sweep'>): RenewKeysDeps {
  const table = tableOf(platform, env)
  return {
    keys: platform.keys,
    seal: petitionKeySeal(platform.keys),
    petitionKeys: petitionKeyTable(table),
    communities: communityTable(table),
  }
}

/** Time stamps for the checkpoints of logs, where the installation has an authority for them. */
function stampingOn(platform: SweepPlatform, env: Environment<'sweep'>): StampDue | undefined {
  if (env.TSA_URL === '') return undefined
  const { clock, random, objects } = platform
  const table = tableOf(platform, env)
  const publishing = publishingOn(platform, env)
  const metrics = embeddedMetrics(clock)
  return new StampDue({
    clock,
    random,
    objects,
    authority: httpTimeStampAuthority(env.TSA_URL),
    petitions: petitionTable(table, communityTable(table).calendar),
    metrics,
    show: async (petitionId) => {
      await publishPetition(publishing, petitionId).catch((error: Error) =>
        metrics.count('PublishingFailures', 1, { petitionId, error: error.name }),
      )
    },
  })
}

function sweepOn(platform: SweepPlatform, env: Environment<'sweep'>): SweepDeps {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  const sequencing = sequencingOn(platform, env)
  const metrics = embeddedMetrics(platform.clock)
  return {
    clock: platform.clock,
    petitions: petitionTable(table, communities.calendar, petitionKeySeal(platform.keys)),
    communities,
    async reconcile(petitionId) {
      await reconcileSignatures(sequencing, petitionId)
      return (await sequencing.log.state(petitionId)).count
    },
    onFailure: (petitionId, error) =>
      metrics.count('SweepFailures', 1, {
        petitionId,
        error: error instanceof Error ? error.name : typeof error,
      }),
  }
}
