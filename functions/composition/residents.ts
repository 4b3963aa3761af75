import type { Hono } from 'hono'
import { contactTable } from '../adapters/dynamodb/contacts'
import { followerTable } from '../adapters/dynamodb/followers'
import { holdingTable } from '../adapters/dynamodb/holdings'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { withdrawalTable } from '../adapters/dynamodb/withdrawals'
import { embeddedMetrics } from '../adapters/embedded-metrics'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import { createResidents } from '../residents/app'
import { linkTokens } from '../signing/link-token'
import { petitionKeySeal } from '../signing/petition-key'
import { identityProviders } from './identity-providers'
import { signingOn } from './signing'

export type ResidentsPlatform = Pick<
  Platform,
  'clock' | 'random' | 'db' | 'saves' | 'keys' | 'mailQueue' | 'secrets'
>

/** Residents' identification and their own pages on a platform. */
export function composeResidents(platform: ResidentsPlatform, env: Environment<'residents'>): Hono {
  const { table, ...signing } = signingOn(platform, env)
  return createResidents({
    ...platform,
    ...signing,
    signatures: signatureTable(table),
    holdings: holdingTable(table, petitionKeySeal(platform.keys)),
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
