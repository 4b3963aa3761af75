import type { Hono } from 'hono'
import { communityTable } from '../adapters/dynamodb/communities'
import { countTable } from '../adapters/dynamodb/counts'
import { draftTable } from '../adapters/dynamodb/drafts'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { createApi } from '../api/app'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import { linkTokens } from '../signing/link-token'
import { petitionCache } from '../signing/petition-cache'

export type ApiPlatform = Pick<Platform, 'clock' | 'random' | 'db' | 'keys' | 'mailQueue'>

/** The public API on a platform. */
export function composeApi(platform: ApiPlatform, env: Environment<'api'>): Hono {
  const table = { db: platform.db, name: env.TABLE_NAME }
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar())
  return createApi({
    ...platform,
    communities,
    petitions,
    cache: petitionCache(petitions, () => performance.now()),
    signatures: signatureTable(table),
    drafts: draftTable(table),
    throttle: throttleTable(table),
    counts: countTable(table),
    tokens: linkTokens(platform.keys),
    challenge: { cost: env.POW_COST, counter: env.POW_COUNTER, minimumSeconds: env.MINIMUM_SECONDS },
    limits: {
      addressPerDay: env.LIMIT_ADDRESS_PER_DAY,
      ipPerHour: env.LIMIT_IP_PER_HOUR,
      petitionPerMinute: env.LIMIT_PETITION_PER_MINUTE,
    },
    linkHours: env.LINK_HOURS,
    publicUrl: env.PUBLIC_URL,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
  })
}
