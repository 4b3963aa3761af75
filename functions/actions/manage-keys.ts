import { DomainError } from '../../shared/problem'
import { mayDo, placeAsResource } from '../../shared/staff/may-do'
import type { OfficeEntry, SystemAct } from '../../shared/staff/office-entry'
import type { StaffMember } from '../../shared/staff/staff-member'
import { type ApiKey, daysAfter, type KeyScope, replaced, stateOf, works } from '../../shared/systems/api-key'
import { KEY_BYTES, newKey } from '../../shared/systems/key-text'
import { isPlace, type Place } from '../../shared/systems/place'
import type { ApiKeyStore } from '../ports/api-key-store'
import type { Clock } from '../ports/clock'
import type { Random } from '../ports/random'
import { hashOfKey } from '../systems/authorise'

export interface ManageKeysDeps {
  readonly clock: Clock
  readonly random: Random
  readonly apiKeys: ApiKeyStore
}

/** Keys that a place may hold at work at once. */
const MOST = 20

/** A key as it is shown to its maker, this once. */
export interface MadeKey {
  readonly key: ApiKey
  readonly text: string
}

/** @throws DomainError `forbidden` for who does not manage the systems of the place: they who manage its people do */
export function assertManages(member: StaffMember, place: string): asserts place is Place {
  if (!isPlace(place) || !mayDo(member, 'manage-systems', placeAsResource(place)))
    throw new DomainError('forbidden')
}

/** @throws DomainError `forbidden`; `too-many-keys` */
export async function makeKey(
  deps: ManageKeysDeps,
  member: StaffMember,
  place: string,
  wish: { readonly name: string; readonly days: number; readonly scopes: readonly KeyScope[] },
): Promise<MadeKey> {
  assertManages(member, place)
  const now = deps.clock.now()
  const present = (await deps.apiKeys.of(place)).filter((key) => works(key, now))
  if (present.length >= MOST) throw new DomainError('too-many-keys')
  const made = fresh(deps, member, { ...wish, place })
  await deps.apiKeys.add(made.key, entry(deps, member, 'key-made', made.key))
  return made
}

/**
 * Makes a key that takes the place of another: the old one goes on working for a week, so that a system can change over.
 * @throws DomainError `forbidden`, `not-found`; `already-done` where it was replaced, revoked or has ended
 */
export async function rotateKey(
  deps: ManageKeysDeps,
  member: StaffMember,
  place: string,
  id: string,
): Promise<MadeKey> {
  const old = await keyOf(deps, member, place, id)
  const now = deps.clock.now()
  if (stateOf(old, now) !== 'active') throw new DomainError('already-done')
  const made = fresh(deps, member, old)
  await deps.apiKeys.replace(
    replaced(old, made.key.id, now),
    made.key,
    entry(deps, member, 'key-rotated', made.key),
  )
  return made
}

/** A revoked key is refused from its next request on, and never comes back. Throws as `rotateKey`. */
export async function revokeKey(
  deps: ManageKeysDeps,
  member: StaffMember,
  place: string,
  id: string,
): Promise<void> {
  const key = await keyOf(deps, member, place, id)
  if (key.revokedAt) return
  await deps.apiKeys.revoke(key, deps.clock.now(), entry(deps, member, 'key-revoked', key))
}

async function keyOf(deps: ManageKeysDeps, member: StaffMember, place: string, id: string): Promise<ApiKey> {
  assertManages(member, place)
  const key = /^[a-z0-9]{8}$/.test(id) ? await deps.apiKeys.find(id) : undefined
  if (key?.place !== place) throw new DomainError('not-found')
  return key
}

function fresh(
  { clock, random }: ManageKeysDeps,
  member: StaffMember,
  { place, name, days, scopes }: Pick<ApiKey, 'place' | 'name' | 'days' | 'scopes'>,
): MadeKey {
  const { id, text } = newKey(random.bytes(KEY_BYTES))
  const createdAt = clock.now()
  const by = { id: member.id, name: member.name }
  const key = { id, place, name, scopes, days, hash: hashOfKey(text), createdAt, by }
  return { text, key: { ...key, endsAt: daysAfter(createdAt, days) } }
}

function entry(
  { clock }: ManageKeysDeps,
  member: StaffMember,
  kind: SystemAct,
  { id, name }: ApiKey,
): OfficeEntry {
  return { kind, system: { id, name }, at: clock.now(), by: { id: member.id, name: member.name } }
}
