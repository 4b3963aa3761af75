import * as z from 'zod'
import { signerView } from '../petition/view'
import type { SignatureLeaf } from './leaf'

/** Leaves in one file of names and on one page of signers. */
export const NAMES_PER_FILE = 256

const nameEntry = signerView.extend({
  salt: z.base64().describe('32 bytes behind the commitment to the name'),
})
const erasedEntry = z.object({ index: z.number().int(), erased: z.literal(true) })

/** One published name: index, full name, Kyiv day, the salt that proves it is the name in the log. */
export type NameEntry = z.infer<typeof nameEntry>

/** What stands in the place of a name that is no longer kept. */
export type ErasedEntry = z.infer<typeof erasedEntry>

export type NamesItem = NameEntry | ErasedEntry

const namesFile = z.array(z.union([erasedEntry, nameEntry]))

/**
 * All of a file: a name or its erasure for each signature, in the order of the log. Other entries have no place in it.
 * @throws ZodError when the text is not a file of names
 */
export function parseNamesFile(text: string): NamesItem[] {
  return namesFile.parse(JSON.parse(text))
}

/** The names alone. @throws ZodError when the text is not a file of names */
export function parseNames(text: string): NameEntry[] {
  return parseNamesFile(text).filter((item): item is NameEntry => !('erased' in item))
}

export function nameEntryOf(leaf: SignatureLeaf): NameEntry {
  const salt = btoa(String.fromCharCode(...leaf.nameSalt))
  return { index: leaf.index, name: leaf.name, date: leaf.date, salt }
}

/** Number of the file that holds a leaf. */
export function namesFileOf(index: number): number {
  return Math.floor(index / NAMES_PER_FILE)
}

/** What a batch does to one file of names. */
export interface NamesChange {
  readonly added: readonly NamesItem[]
  /** Indices of signatures that were annulled. */
  readonly annulled: readonly number[]
  /** Indices of signatures whose names are no longer kept. */
  readonly erased: readonly number[]
}

/**
 * A file's names after a change, by index; undefined where it changes nothing. An item once there is never replaced
 * by an added one, an annulment never lifted, an erased name never brought back: so a change may be repeated,
 * even long after later ones.
 */
export function changeNames(present: readonly NamesItem[], change: NamesChange): NamesItem[] | undefined {
  const known = new Set(present.map((item) => item.index))
  const added = change.added.filter((item) => !known.has(item.index))
  const [annulled, erased] = [new Set(change.annulled), new Set(change.erased)]
  const items = [...present, ...added].map((item) => changed(item, annulled, erased))
  const asBefore = added.length === 0 && items.every((item, place) => item === present[place])
  return asBefore ? undefined : items.sort((a, b) => a.index - b.index)
}

function changed(item: NamesItem, annulled: ReadonlySet<number>, erased: ReadonlySet<number>): NamesItem {
  if ('erased' in item) return item
  if (erased.has(item.index)) return { index: item.index, erased: true }
  return annulled.has(item.index) && !item.annulled ? { ...item, annulled: true } : item
}
