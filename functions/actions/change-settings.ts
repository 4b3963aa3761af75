import { dayOf } from '../../shared/calendar/day'
import { settingChanges, withSettings } from '../../shared/community/setting-changes'
import type { Community, CommunitySettings, Identity } from '../../shared/community/settings'
import { type CommunitySettingsForm, IDENTITY_FIELDS, settingsIn } from '../../shared/http/community-settings'
import { DomainError } from '../../shared/problem'
import { mayDo } from '../../shared/staff/may-do'
import type { OfficeAct } from '../../shared/staff/office-entry'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { OfficeStore } from '../ports/office-store'

export interface ChangeSettingsDeps {
  readonly clock: Clock
  readonly communities: Pick<CommunityStore, 'community'>
  readonly office: OfficeStore
  /** Ways to prove who signs that this installation has. */
  readonly configured: readonly Identity[]
}

/**
 * Changes a community's settings (R7 and others), at once or from a later day on. Petitions that are published keep
 * the settings of their publication.
 * @throws DomainError `forbidden`, `community-not-found`; `invalid-body` for a day that has passed or
 *   a way to prove who signs that the installation does not have; `conflict` where
 *   somebody else has saved since the form was shown
 * @returns what was done; `unchanged` where the form asks for what is
 */
export async function changeSettings(
  deps: ChangeSettingsDeps,
  by: StaffMember,
  communityId: string,
  form: CommunitySettingsForm,
): Promise<'changed' | 'scheduled' | 'unchanged'> {
  const before = await settableBy(deps, by, communityId)
  if (versionOf(before) !== form.version) throw new DomainError('conflict')
  const today = dayOf(deps.clock.now())
  const from = form.from ?? today
  if (from < today) throw new DomainError('invalid-body', { fields: [{ field: 'from', code: 'day-passed' }] })
  const wanted = settingsIn(form, before)
  assertConfigured(deps.configured, before, wanted)
  const changes = settingChanges(before, wanted)
  if (changes.length === 0) return 'unchanged'
  if (from > today) {
    const after = { ...before, scheduled: { ...wanted, from } }
    await save(deps, by, before, after, { kind: 'settings-scheduled', from, changes })
    return 'scheduled'
  }
  await save(deps, by, before, inForce(before, wanted), { kind: 'settings-changed', from, changes })
  return 'changed'
}

/** What a community accepts already it may go on accepting; the operator is to mend that. */
function assertConfigured(
  configured: readonly Identity[],
  before: Community,
  { settings }: CommunitySettings,
): void {
  const possible = [...configured, ...before.settings.identities]
  const missing = settings.identities.filter((identity) => !possible.includes(identity))
  if (missing.length === 0) return
  const fields = missing.map((identity) => ({
    field: IDENTITY_FIELDS[identity],
    code: 'identity-not-configured',
  }))
  throw new DomainError('invalid-body', { fields })
}

/**
 * Takes back settings that have not come into force.
 * @throws DomainError as `changeSettings`
 */
export async function cancelScheduled(
  deps: Omit<ChangeSettingsDeps, 'configured'>,
  by: StaffMember,
  communityId: string,
): Promise<void> {
  const before = await settableBy(deps, by, communityId)
  if (!before.scheduled) return
  const { scheduled, ...after } = before
  const changes = settingChanges(before, scheduled)
  await save(deps, by, before, after, { kind: 'schedule-cancelled', from: scheduled.from, changes })
}

/** The platform itself, in the register. */
const CLOCK: Pick<StaffMember, 'id' | 'name'> = { id: 'clock', name: '' }

/**
 * Puts the scheduled settings in force whose day has begun. Safe to repeat, also side by side: a community that
 * somebody has changed meanwhile is left for the next run.
 * @returns communities whose settings changed
 */
export async function applyScheduled(
  deps: Pick<ChangeSettingsDeps, 'clock' | 'office'> & {
    readonly communities: Pick<CommunityStore, 'communities'>
  },
): Promise<number> {
  const today = dayOf(deps.clock.now())
  let applied = 0
  for (const before of await deps.communities.communities()) {
    if (!before.scheduled || before.scheduled.from > today) continue
    const { from, ...settings } = before.scheduled
    const changes = settingChanges(before, settings)
    const after = inForce(before, settings)
    const done = save(deps, CLOCK, before, after, { kind: 'settings-applied', from, changes })
    if (await unlessConflict(done)) applied++
  }
  return applied
}

/**
 * A community whose settings the member may change.
 * @throws DomainError `forbidden`, `community-not-found`
 */
export async function settableBy(
  { communities }: Pick<ChangeSettingsDeps, 'communities'>,
  by: StaffMember,
  communityId: string,
): Promise<Community> {
  if (!mayDo(by, 'change-settings', { kind: 'community', id: communityId }))
    throw new DomainError('forbidden')
  const community = await communities.community(communityId)
  if (!community) throw new DomainError('community-not-found')
  return community
}

/** Settings that come into force end what was scheduled before them. */
function inForce({ scheduled: _, ...kept }: Community, settings: CommunitySettings): Community {
  return withSettings(kept, settings)
}

function save(
  { clock, office }: Pick<ChangeSettingsDeps, 'clock' | 'office'>,
  { id, name }: Pick<StaffMember, 'id' | 'name'>,
  before: Community,
  after: Community,
  act: OfficeAct,
): Promise<void> {
  const entry = { ...act, at: clock.now(), by: { id, name } }
  return office.saveCommunity({ ...after, version: versionOf(before) + 1 }, before, entry)
}

function versionOf({ version = 0 }: Community): number {
  return version
}

async function unlessConflict(done: Promise<void>): Promise<boolean> {
  try {
    await done
    return true
  } catch (error) {
    if (error instanceof DomainError && error.code === 'conflict') return false
    throw error
  }
}
