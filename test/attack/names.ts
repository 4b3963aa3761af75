import type { PersonName } from '../../shared/signing/person-name'
import { MOST_PEOPLE, resident } from '../replay/crowd'

/** A part of all names there are: nobody of one part is called like anybody of another. */
export interface NamePart {
  readonly from: number
  readonly size: number
}

export const PEOPLE: NamePart = { from: 0, size: 20_000 }
export const BOTS: NamePart = { from: 20_000, size: MOST_PEOPLE - 20_000 }

/** A prime, so that neighbours have nothing in common and all names come before one comes again. */
const STRIDE = 7919

/** The n-th name of a part, in no order. */
export function nameOf({ from, size }: NamePart, n: number): PersonName {
  return resident(from + ((n * STRIDE) % size), '').name
}
