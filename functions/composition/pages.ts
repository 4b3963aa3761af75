import type { Hono } from 'hono'
import { draftTable } from '../adapters/dynamodb/drafts'
import { followerTable } from '../adapters/dynamodb/followers'
import { signatureLogTable } from '../adapters/dynamodb/log-state'
import { signatureTable } from '../adapters/dynamodb/signatures'
import { throttleTable } from '../adapters/dynamodb/throttle'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import { createPages } from '../pages/app'
import type { SimilarPetitions } from '../ports/similar-petitions'
import { linkTokens } from '../signing/link-token'
import { signingOn } from './signing'

export type PagesPlatform = Pick<Platform, 'clock' | 'random' | 'db' | 'saves' | 'keys' | 'mailQueue'> & {
  readonly similar: SimilarPetitions
}

/** The pages behind mailed links on a platform. */
export function composePages(platform: PagesPlatform, env: Environment<'pages'>): Hono {
  const { table, ...signing } = signingOn(platform, env)
  return createPages({
    ...platform,
    ...signing,
    signatures: signatureTable(table),
    log: signatureLogTable(table),
    drafts: draftTable(table),
    followers: followerTable(table),
    throttle: throttleTable(table),
    tokens: linkTokens(platform.keys),
    publicUrl: env.PUBLIC_URL,
    addressPerDay: env.LIMIT_ADDRESS_PER_DAY,
    ipPerHour: env.LIMIT_IP_PER_HOUR,
    addressHeader: env.CLIENT_ADDRESS_HEADER,
    linkHours: env.LINK_HOURS,
  })
}
