import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { PublishingDeps } from '../actions/publishing'
import { communityTable } from '../adapters/dynamodb/communities'
import { countTable } from '../adapters/dynamodb/counts'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { receiverTable } from '../adapters/dynamodb/receivers'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import type { LogKey } from '../ports/log-signer'
import { reactToChanges } from '../streams/react'

export type ReactPlatform = Pick<Platform, 'clock' | 'db' | 'saves' | 'objects' | 'mailQueue'> & {
  readonly logSigner: LogKey
}

/** How long the lists may lag behind the counts of petitions that are being signed. */
const LISTS_LAG_MS = 60_000

/** The function behind the stream of changes on a platform. */
export function composeReact(
  platform: ReactPlatform,
  env: Pick<Environment<'react'>, 'TABLE_NAME' | 'PUBLIC_URL'>,
): (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse> {
  const deps = {
    ...publishingOn(platform, env),
    mailQueue: platform.mailQueue,
    receivers: receiverTable(tableOf(platform, env)),
    metrics: embeddedMetrics(platform.clock),
    listsMayFollowCounts: everySoOften(() => performance.now(), LISTS_LAG_MS),
  }
  return (event) => reactToChanges(deps, event)
}

/** Publishing over the platform's table and objects; the sweep and deployments publish with the same. */
export function publishingOn(
  platform: Pick<ReactPlatform, 'clock' | 'db' | 'saves' | 'objects' | 'logSigner'>,
  env: { readonly TABLE_NAME: string; readonly PUBLIC_URL: string },
): PublishingDeps {
  const { clock, objects, logSigner } = platform
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  return {
    clock,
    objects,
    communities,
    petitions: petitionTable(table, communities.calendar),
    counts: countTable(table),
    logSigner,
    publicUrl: env.PUBLIC_URL,
  }
}

/** True at most once in `milliseconds`. */
function everySoOften(now: () => number, milliseconds: number): () => boolean {
  let next = Number.NEGATIVE_INFINITY
  return () => {
    if (now() < next) return false
    next = now() + milliseconds
    return true
  }
}
