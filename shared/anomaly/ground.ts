import type { AnnulmentGround } from '../log/annulment'
import type { GroupKind } from './report'

/** Groups of which one signature may be a person's own. */
export const KEEPS_FIRST: readonly GroupKind[] = ['same-name', 'near-name', 'foreign-letters']

/** The ground that a group speaks for, if it is one at all: a person may choose another. */
export function groundFor(kind: GroupKind): AnnulmentGround {
  if (KEEPS_FIRST.includes(kind)) return 'duplicate'
  return kind === 'one-family' || kind === 'unlikely-name' ? 'false-person' : 'automated'
}
