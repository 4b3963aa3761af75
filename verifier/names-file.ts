import type { Day } from '../shared/calendar/day'
import { fromBase64 } from '../shared/tlog/bytes'

/** What a file of names says of one entry. Read here without the product's schemas: a page of its own carries this. */
export type NamesLine =
  | { readonly index: number; readonly erased: true }
  | {
      readonly index: number
      readonly name: string
      readonly date: Day
      /** 32 bytes. */
      readonly salt: Uint8Array
      readonly annulled: boolean
    }

/** The lines of a names file; undefined where it is none. */
export function readNames(text: string): NamesLine[] | undefined {
  try {
    const items: unknown = JSON.parse(text)
    return Array.isArray(items) ? items.map(lineOf) : undefined
  } catch {
    return undefined
  }
}

function lineOf(item: unknown): NamesLine {
  const { index, name, date, salt, annulled, erased } = item as Record<string, unknown>
  if (!Number.isSafeInteger(index) || (index as number) < 0) throw new Error('no index')
  if (erased === true) return { index: index as number, erased }
  if (typeof name !== 'string' || typeof date !== 'string' || typeof salt !== 'string')
    throw new Error('no name')
  if (name.length > 0x3fff || date.length !== 10) throw new Error('too long')
  const bytes = fromBase64(salt)
  if (bytes.length !== 32) throw new Error('no salt')
  return { index: index as number, name, date, salt: bytes, annulled: annulled === true }
}
