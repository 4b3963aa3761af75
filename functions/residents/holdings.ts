import type { HeldFollow, HeldSignature, Holdings } from '../../shared/resident/holdings'
import type { PetitionPlace } from '../../shared/resident/place'
import type { SignatureKey } from '../../shared/signing/signature-id'
import type { Clock } from '../ports/clock'
import type { HoldingStore, PetitionSecrets, SignatureRow } from '../ports/holding-store'
import type { KeyRing } from '../ports/key-ring'
import { followerKeys } from '../signing/follower'
import { personKey } from '../signing/person-key'
import type { Person } from './person'

export interface HoldingsDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly holdings: HoldingStore
}

/**
 * What is held about somebody among these petitions. Nothing in the table leads from a person to a signature, so the
 * person's key is made anew for each petition, and its row asked for (decision 0033).
 */
export async function holdingsAmong(
  deps: HoldingsDeps,
  person: Person,
  places: readonly PetitionPlace[],
): Promise<Holdings> {
  const secrets = await deps.holdings.secrets(places.map(({ id }) => id))
  const [signatures, follows] = await Promise.all([
    signaturesAmong(deps, keysOf(person, places, secrets), places),
    followsAmong(deps, person, places),
  ])
  const { email } = person
  const authored =
    email === undefined ? [] : places.filter(({ id }) => secrets.get(id)?.authorEmail === email)
  return { signatures, follows, authored }
}

/** Where the person's signatures would lie: one place for each petition and each way to know the person. */
export function keysOf(
  { ids }: Person,
  places: readonly PetitionPlace[],
  secrets: ReadonlyMap<string, PetitionSecrets>,
): SignatureKey[] {
  return places.flatMap(({ id: petitionId, logOrigin }) => {
    const key = secrets.get(petitionId)?.key
    if (!key || logOrigin === undefined) return []
    return ids.map((id) => ({ petitionId, personKey: personKey(key, logOrigin, id) }))
  })
}

async function signaturesAmong(
  { holdings, clock }: HoldingsDeps,
  keys: readonly SignatureKey[],
  places: readonly PetitionPlace[],
): Promise<HeldSignature[]> {
  const rows = await holdings.signatures(keys)
  const placed = rows.filter((row): row is SignatureRow & { index: number } => row.index !== undefined)
  const [standings, counts] = await Promise.all([
    holdings.standings(placed, clock.now()),
    holdings.counts([...new Set(rows.map(({ petitionId }) => petitionId))]),
  ])
  const standing = new Map(placed.map((row, place) => [row as SignatureRow, standings[place]]))
  const byId = new Map(places.map((place) => [place.id, place]))
  const held = rows.map((row): HeldSignature => {
    const { petitionId, personKey: key, ...rest } = row
    const { applied = 0, count = 0 } = counts.get(petitionId) ?? {}
    const { annulment, contact = false } = standing.get(row) ?? {}
    return {
      ...rest,
      petition: byId.get(petitionId)!,
      key: { petitionId, personKey: key },
      contact,
      count,
      ...(annulment && {
        annulment: {
          ground: annulment.ground,
          at: annulment.at,
          inLog: annulment.index !== undefined && annulment.index < applied,
        },
      }),
    }
  })
  return held.sort((a, b) => (a.confirmedAt > b.confirmedAt ? -1 : 1))
}

async function followsAmong(
  { holdings, keys, clock }: HoldingsDeps,
  { email }: Person,
  places: readonly PetitionPlace[],
): Promise<HeldFollow[]> {
  if (email === undefined) return []
  const published = places.filter(({ publishedAt }) => publishedAt !== undefined)
  const wanted = await Promise.all(
    published.map(async ({ id: petitionId }) => {
      const known = await followerKeys(keys, { petitionId, email })
      return known.map((key) => ({ petitionId, key }))
    }),
  )
  const found = await holdings.follows(wanted.flat(), clock.now())
  return published.flatMap((petition) => {
    const follow = found.get(petition.id)
    return follow ? [{ petition, since: follow.since }] : []
  })
}
