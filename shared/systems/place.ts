import type { Scope } from '../staff/staff-member'

/** A council or an NGO that has systems of its own: never the whole installation. */
export type Place = Exclude<Scope, '*'>

export function isPlace(scope: string): scope is Place {
  return /^(?:community|host):[^:]+$/.test(scope)
}

/** Whether a petition belongs to the council, or is collected at the host. */
export function belongsTo(
  place: Place,
  petition: { readonly communityId: string; readonly host: { readonly id: string } },
): boolean {
  return place === `community:${petition.communityId}` || place === `host:${petition.host.id}`
}
