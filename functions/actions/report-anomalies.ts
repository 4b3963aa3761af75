import { analyse } from '../../shared/anomaly/analyse'
import { KNOWN_DOMAINS } from '../../shared/anomaly/known-domains'
import { type AnomalyReport, anomalyReport } from '../../shared/anomaly/report'
import type { Signed } from '../../shared/anomaly/signed'
import type { Petition } from '../../shared/petition/petition'
import type { AnomalyStore, AnomalySummary } from '../ports/anomaly-store'
import type { Clock } from '../ports/clock'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionStore } from '../ports/petition-store'
import type { SignatureLog } from '../ports/signature-log'
import type { SignedRows } from '../ports/signed-rows'
import { signatureTraits } from '../signing/signature-traits'

export interface AnomalyDeps {
  readonly clock: Clock
  readonly petitions: Pick<PetitionStore, 'petitionKey'>
  readonly log: Pick<SignatureLog, 'state'>
  readonly signedRows: SignedRows
  readonly anomalies: AnomalyStore
  readonly objects: Pick<ObjectStore, 'get' | 'put' | 'delete'>
}

/**
 * Signatures that one report looks at, so that memory and time have an end. Rows come in the order of their person
 * keys, which are hashes: the first so many are a fair sample.
 */
export const MOST_SIGNATURES = 120_000

/** Looks into a petition's signatures and keeps what was found, never served. May be repeated. */
export async function reportAnomalies(deps: AnomalyDeps, petition: Petition): Promise<AnomalyReport> {
  const { id } = petition
  const { applied: size } = await deps.log.state(id)
  const { signed, sampled } = await signedOf(deps, id, size)
  const madeAt = deps.clock.now()
  const report = analyse({ madeAt, size, signed, sampled, knownDomains: await knownDomainsOf(deps, id) })
  await deps.objects.put(keyOf(id), JSON.stringify(report), { cacheSeconds: 0 })
  await deps.anomalies.checked(petition, madeAt, summaryOf(report))
  return report
}

/** The last report; undefined where there is none. */
export async function readAnomalies(
  { objects }: Pick<AnomalyDeps, 'objects'>,
  petitionId: string,
): Promise<AnomalyReport | undefined> {
  const stored = await objects.get(keyOf(petitionId))
  return stored && anomalyReport.parse(JSON.parse(new TextDecoder().decode(stored)))
}

/** Deletes what was found, which names people, and its summary. */
export async function forgetAnomalies(
  { objects, anomalies }: Pick<AnomalyDeps, 'objects' | 'anomalies'>,
  petition: Pick<Petition, 'id' | 'communityId'>,
): Promise<void> {
  await objects.delete(keyOf(petition.id))
  await anomalies.forget(petition)
}

/** In the order of the log; only what the log has taken. */
async function signedOf({ signedRows }: AnomalyDeps, petitionId: string, size: number) {
  const found: Omit<Signed, 'annulled'>[] = []
  const gone = new Set<number>()
  let sampled = false
  for await (const { signed, annulled } of signedRows.read(petitionId)) {
    for (const index of annulled) gone.add(index)
    for (const one of signed) {
      if (found.length === MOST_SIGNATURES) sampled = true
      else if (one.index < size) found.push(one)
    }
    // Who shares the process, as on one machine, is let in between.
    await new Promise((resume) => setImmediate(resume))
  }
  const signed = found
    .sort((a, b) => a.index - b.index)
    .map((one): Signed => ({ ...one, annulled: gone.has(one.index) }))
  return { signed, sampled }
}

/** Hashes that well-known mail domains have on this petition. */
async function knownDomainsOf({ petitions }: AnomalyDeps, petitionId: string): Promise<Map<string, string>> {
  const key = await petitions.petitionKey(petitionId)
  if (!key) return new Map()
  const hashOf = (domain: string) =>
    signatureTraits(key, { network: '', email: `@${domain}`, marks: [] }).domain
  return new Map(KNOWN_DOMAINS.map((domain) => [hashOf(domain), domain]))
}

function summaryOf({
  madeAt,
  size,
  level,
  signatures,
  inAlarms,
  inGroups,
  networks,
}: AnomalyReport): AnomalySummary {
  const { addresses, signatures: from } = networks.shared
  return { madeAt, size, level, signatures, inAlarms, inGroups, shared: { addresses, signatures: from } }
}

/** Never served. */
function keyOf(petitionId: string): string {
  return `staging/${petitionId}/anomalies`
}
