import type { Hono } from 'hono'
import { apiKeyTable } from '../adapters/dynamodb/api-keys'
import { auditTable } from '../adapters/dynamodb/audit'
import { communityTable } from '../adapters/dynamodb/communities'
import { petitionTable } from '../adapters/dynamodb/petitions'
import { sessionTable } from '../adapters/dynamodb/sessions'
import { staffTable } from '../adapters/dynamodb/staff'
import { throttleTable } from '../adapters/dynamodb/throttle'
import { type Platform, tableOf } from '../composition'
import { createDocuments } from '../documents/app'
import type { DocumentsDeps } from '../documents/deps'
import { makeDossier } from '../documents/dossier/make'
import type { DossierOrder } from '../documents/dossier/order'
import { typefaces } from '../documents/typefaces'
import type { Environment } from '../environment'
import type { Background } from '../ports/background'
import type { BundledFiles } from '../ports/bundled-files'

export interface DocumentsPlatform
  extends Pick<Platform, 'clock' | 'random' | 'db' | 'saves' | 'keys' | 'objects'> {
  readonly files: BundledFiles
}

/** The documents on a platform: what answers requests, and what makes a large one in the background. */
export function composeDocuments(
  platform: DocumentsPlatform,
  env: Environment<'documents'>,
  background: Background<DossierOrder>,
): { readonly app: Hono; readonly make: (order: DossierOrder) => Promise<void> } {
  const table = tableOf(platform, env)
  const communities = communityTable(table)
  const deps: DocumentsDeps = {
    ...platform,
    communities,
    petitions: petitionTable(table, () => communities.calendar()),
    staff: staffTable(table),
    apiKeys: apiKeyTable(table),
    throttle: throttleTable(table),
    audit: auditTable(table),
    auditYears: env.AUDIT_YEARS,
    sessions: sessionTable(table),
    addressHeader: env.CLIENT_ADDRESS_HEADER,
    typefaces: typefaces(platform.files),
    background,
    publicUrl: env.PUBLIC_URL,
  }
  return { app: createDocuments(deps), make: (order) => makeDossier(deps, order) }
}
