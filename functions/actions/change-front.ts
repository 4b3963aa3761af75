import { createHash } from 'node:crypto'
import {
  changedFields,
  type FrontForm,
  frontOf,
  type HostFront,
  type HostLogo,
  withLogo,
} from '../../shared/community/front'
import type { Host } from '../../shared/community/settings'
import { DomainError } from '../../shared/problem'
import { mayDo } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { Redrawn } from '../logos/redraw'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { FrontStore } from '../ports/front-store'
import type { ObjectStore } from '../ports/object-store'

export interface FrontDeps {
  readonly clock: Clock
  readonly communities: Pick<CommunityStore, 'host'>
  readonly fronts: FrontStore
  readonly objects: ObjectStore
}

/** A file named by its content never changes. */
const FOR_EVER_SECONDS = 31_536_000

/**
 * A host whose front somebody may change.
 * @throws DomainError `forbidden`, `host-not-found`
 */
export async function editableHost(
  { communities }: Pick<FrontDeps, 'communities'>,
  member: StaffMember,
  id: string,
): Promise<Host> {
  if (!mayDo(member, 'change-front', { kind: 'host', id })) throw new DomainError('forbidden')
  const host = await communities.host(id)
  if (host?.kind !== 'ngo') throw new DomainError('host-not-found')
  return host
}

/**
 * Saves what a form says of a host. Saving what stands already changes nothing.
 * @param version of the front that the form showed
 * @throws DomainError `conflict` where another was saved since
 */
export async function changeFront(
  deps: FrontDeps,
  member: StaffMember,
  host: Host,
  form: FrontForm,
  version: number,
): Promise<void> {
  if ((host.front?.version ?? 0) !== version) throw new DomainError('conflict')
  await save(deps, member, host, frontOf(form, host.front))
}

/** Stores a logo under a name of its content, and then shows it; without one the logo is taken away. */
export async function changeLogo(
  deps: FrontDeps,
  member: StaffMember,
  host: Host,
  picture: Redrawn | undefined,
): Promise<void> {
  const logo = picture && (await stored(deps, host, picture))
  await save(deps, member, host, withLogo(host.front, logo))
}

async function stored({ objects }: FrontDeps, { id }: Host, picture: Redrawn): Promise<HostLogo> {
  const { body, width, height } = picture
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 16)
  const key = `hosts/${id}/logo-${hash}.png`
  await objects.put(key, body, { cacheSeconds: FOR_EVER_SECONDS })
  return { key, width, height }
}

async function save(deps: FrontDeps, member: StaffMember, host: Host, front: HostFront): Promise<void> {
  const fields = changedFields(host.front, front)
  if (fields.length === 0) return
  const by = { id: member.id, name: member.name }
  const saved = await deps.fronts.save(host.id, { at: deps.clock.now(), by, fields, front })
  if (!saved) throw new DomainError('conflict')
}
