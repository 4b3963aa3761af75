import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import type { Command } from '../../shared/petition/commands'
import { runCommand } from '../actions/run-command'
import type { SequencingDeps } from '../actions/sequencing'
import { communityTable } from '../adapters/dynamodb/communities'
import { signatureLogTable } from '../adapters/dynamodb/log-state'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { sha256 } from '../adapters/sha256'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import { sequenceChanges } from '../streams/sequence'

type SequencePlatform = Pick<Platform, 'clock' | 'random' | 'db' | 'saves' | 'objects' | 'logSigner'>

/** The function behind the stream of signatures. */
export function composeSequence(
  platform: SequencePlatform,
  env: Pick<Environment<'sequence'>, 'TABLE_NAME'>,
) {
  const deps = sequencingOn(platform, env)
  return (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => sequenceChanges(deps, event)
}

/** Sequencing over the platform's table and objects; the sweep reconciles with the same. */
export function sequencingOn(
  platform: SequencePlatform,
  env: { readonly TABLE_NAME: string },
): SequencingDeps {
  const { clock, random, objects, logSigner: signer } = platform
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  const petitions = petitionTable(table, communities.calendar)
  const command = async (petitionId: string, given: Command) => {
    await runCommand({ clock, petitions, communities }, petitionId, given)
  }
  return {
    clock,
    random,
    sha256,
    signer,
    objects,
    petitions,
    log: signatureLogTable(table),
    metrics: embeddedMetrics(clock),
    reachThreshold: (petitionId, count, at, index) =>
      command(petitionId, { type: 'reach-threshold', count, at, index }),
    recordAnnulments: (petitionId, batch) => command(petitionId, { type: 'record-annulments', ...batch }),
  }
}
