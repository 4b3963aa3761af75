import type { Hono } from 'hono'
import { countTable } from '../adapters/dynamodb/counts'
import { draftTable } from '../adapters/dynamodb/drafts'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { siteverify } from '../adapters/siteverify'
import { createApi } from '../api/app'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import type { BundledFiles } from '../ports/bundled-files'
import type { LogKey } from '../ports/log-signer'
import type { Metrics } from '../ports/metrics'
import type { AdmissionDeps } from '../signing/admission'
import { disposableDomains } from '../signing/disposable-domains'
import { linkTokens } from '../signing/link-token'
import { signingOn } from './signing'

export type ApiPlatform = Pick<Platform, 'clock' | 'random' | 'db' | 'saves' | 'keys' | 'mailQueue'> & {
  readonly logSigner: LogKey
  readonly files: BundledFiles
  /** Where refusals are counted; the log unless it is said. */
  readonly metrics?: Metrics
}

/** The public API on a platform. */
export function composeApi(platform: ApiPlatform, env: Environment<'api'>): Hono {
  const { table, ...signing } = signingOn(platform, env)
  return createApi({
    ...platform,
    ...signing,
    signatures: signatureTable(table),
    drafts: draftTable(table),
    throttle: throttleTable(table),
    counts: countTable(table),
    tokens: linkTokens(platform.keys),
    metrics: platform.metrics ?? embeddedMetrics(platform.clock),
    isDisposable: disposableDomains(platform.files),
    ...layersOf(env),
    linkHours: env.LINK_HOURS,
    publicUrl: env.PUBLIC_URL,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
  })
}

/** What each layer of admission is set to. */
function layersOf(
  env: Environment<'api'>,
): Pick<AdmissionDeps, 'challenge' | 'limits' | 'disposable' | 'human'> {
  return {
    challenge: {
      cost: env.POW_COST,
      counter: env.POW_COUNTER,
      hardest: env.POW_HARDEST,
      calm: { petitionPerMinute: env.POW_CALM_PETITION, networkPerTenMinutes: env.POW_CALM_NETWORK },
      minimumSeconds: env.MINIMUM_SECONDS,
    },
    limits: {
      addressPerDay: env.LIMIT_ADDRESS_PER_DAY,
      ipPerHour: env.LIMIT_IP_PER_HOUR,
      networkPerTenMinutes: env.LIMIT_NETWORK_PER_TEN_MINUTES,
      domainPerHour: env.LIMIT_DOMAIN_PER_HOUR,
      petitionPerMinute: env.LIMIT_PETITION_PER_MINUTE,
    },
    disposable: env.DISPOSABLE_ADDRESSES,
    ...(env.HUMAN_CHECK_URL !== '' && { human: siteverify(env.HUMAN_CHECK_URL, env.HUMAN_CHECK_SECRET) }),
  }
}
