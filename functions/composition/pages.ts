import type { Hono } from 'hono'
import { communityTable } from '../adapters/dynamodb/communities'
import { draftTable } from '../adapters/dynamodb/drafts'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { signatureTable } from '../adapters/dynamodb/signatures'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import { createPages } from '../pages/app'
import { linkTokens } from '../signing/link-token'
import { petitionCache } from '../signing/petition-cache'

export type PagesPlatform = Pick<Platform, 'clock' | 'random' | 'db' | 'keys'>

/** The pages behind mailed links on a platform. */
export function composePages(platform: PagesPlatform, env: Environment<'pages'>): Hono {
  const table = { db: platform.db, name: env.TABLE_NAME }
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar())
  return createPages({
    ...platform,
    communities,
    petitions,
    cache: petitionCache(petitions, () => performance.now()),
    signatures: signatureTable(table),
    drafts: draftTable(table),
    tokens: linkTokens(platform.keys),
  })
}
