import type { Hono } from 'hono'
import { communityTable } from '../adapters/dynamodb/communities'
import { contactTable } from '../adapters/dynamodb/contacts'
import { followerTable } from '../adapters/dynamodb/followers'
import { holdingTable } from '../adapters/dynamodb/holdings'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { withdrawalTable } from '../adapters/dynamodb/withdrawals'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import { type Platform, tableOf } from '../composition'
import type { Environment } from '../environment'
import { createResidents } from '../residents/app'
import { linkTokens } from '../signing/link-token'
import { petitionCache } from '../signing/petition-cache'
import { petitionKeySeal } from '../signing/petition-key'
import { identityProviders } from './identity-providers'

export type ResidentsPlatform = Pick<
  Platform,
  'clock' | 'random' | 'db' | 'saves' | 'keys' | 'mailQueue' | 'secrets'
>

/** Residents' identification and their own pages on a platform. */
export function composeResidents(platform: ResidentsPlatform, env: Environment<'residents'>): Hono {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  const seal = petitionKeySeal(platform.keys)
  const petitions = petitionTable(table, () => communities.calendar(), seal)
  const cache = petitionCache(petitions, () => performance.now())
  table.saves.listen((id) => cache.forget(id))
  return createResidents({
    ...platform,
    communities,
    petitions,
    cache,
    signatures: signatureTable(table),
    holdings: holdingTable(table, seal),
    withdrawals: withdrawalTable(table),
    followers: followerTable(table),
    contacts: contactTable(table),
    throttle: throttleTable(table),
    providers: identityProviders(platform, env),
    metrics: embeddedMetrics(platform.clock),
    tokens: linkTokens(platform.keys),
    publicUrl: env.PUBLIC_URL,
    addressPerDay: env.LIMIT_ADDRESS_PER_DAY,
    ipPerHour: env.LIMIT_IP_PER_HOUR,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
    linkHours: env.LINK_HOURS,
  })
}
