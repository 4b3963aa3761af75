import type { StaffStore } from '../ports/staff-store'

/** Names of staff by id; somebody who is no longer staff has none. */
export async function namesOf(
  staff: Pick<StaffStore, 'staff'>,
  ids: Iterable<string | undefined>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== undefined)
  const members = await Promise.all(wanted.map((id) => staff.staff(id)))
  return new Map(members.flatMap((member) => (member ? [[member.id, member.name]] : [])))
}
