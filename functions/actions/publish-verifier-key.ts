import { SITE_VERIFIER_KEY, verifierKeyKey } from '../../shared/log/addresses'
import { formatVerifierKey, verifierKey } from '../../shared/tlog/note'
import { sha256 } from '../adapters/sha256'
import type { LogKey } from '../ports/log-signer'
import type { ObjectStore } from '../ports/object-store'
import { publish } from './publishing'

const HOUR_SECONDS = 3600

export interface VerifierKeyDeps {
  readonly objects: ObjectStore
  readonly logSigner: LogKey
}

/** The platform's key under a name, as verifiers take it (C2SP signed-note): `name+id+key`. */
export async function verifierKeyOf(logSigner: LogKey, name: string): Promise<string> {
  return formatVerifierKey(verifierKey(sha256, name, await logSigner.publicKey()))
}

/** Name under which the key signs every log of a site. @param publicUrl address of the site */
export function siteLogName(publicUrl: string): string {
  return `${new URL(publicUrl).host}/log`
}

/** Publishes the key that checks every log of the site. @param publicUrl address of the site */
export async function publishSiteKey(deps: VerifierKeyDeps, publicUrl: string): Promise<void> {
  await publishKey(deps, SITE_VERIFIER_KEY, siteLogName(publicUrl))
}

/** Publishes the key that checks one petition's log. */
export async function publishLogKey(
  deps: VerifierKeyDeps,
  petition: { readonly id: string; readonly logOrigin?: string },
): Promise<void> {
  if (petition.logOrigin !== undefined)
    await publishKey(deps, verifierKeyKey(petition.id), petition.logOrigin)
}

async function publishKey({ objects, logSigner }: VerifierKeyDeps, key: string, name: string): Promise<void> {
  const body = `${await verifierKeyOf(logSigner, name)}\n`
  await publish(objects, { key, body, cacheSeconds: HOUR_SECONDS })
}
