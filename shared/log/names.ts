import * as z from 'zod'
import { signerView } from '../petition/view'
import type { Leaf } from './leaf'

/** Leaves in one file of names and on one page of signers. */
export const NAMES_PER_FILE = 256

const nameEntry = signerView.extend({
  salt: z.base64().describe('32 bytes behind the commitment to the name'),
})

/** One published name: index, full name, Kyiv date, and the salt that proves it is the name in the log. */
export type NameEntry = z.infer<typeof nameEntry>

/** @throws ZodError when the text is not a file of names */
export function parseNames(text: string): NameEntry[] {
  return z.array(nameEntry).parse(JSON.parse(text))
}

export function nameEntryOf(leaf: Leaf): NameEntry {
  const salt = btoa(String.fromCharCode(...leaf.nameSalt))
  return { index: leaf.index, name: leaf.name, date: leaf.date, salt }
}

/** Number of the file that holds a leaf. */
export function namesFileOf(index: number): number {
  return Math.floor(index / NAMES_PER_FILE)
}

/**
 * A file's names with further ones, by index. What is there stays as it is, so merging twice, or late,
 * changes nothing; undefined when nothing is added.
 */
export function mergeNames(
  present: readonly NameEntry[],
  added: readonly NameEntry[],
): NameEntry[] | undefined {
  const known = new Set(present.map((entry) => entry.index))
  const fresh = added.filter((entry) => !known.has(entry.index))
  if (fresh.length === 0) return undefined
  return [...present, ...fresh].sort((a, b) => a.index - b.index)
}
