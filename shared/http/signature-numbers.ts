import * as z from 'zod'
import { LIMITS } from './limits'

/**
 * Numbers of signatures as the published list shows them, e.g. `17, 20–25`: the list counts from 1, the log's
 * index from 0. Separated by commas, semicolons or spaces; a range holds both its ends.
 */
export const signatureNumbers = z
  .string()
  .max(8 * LIMITS.annulled, { error: 'too-long', abort: true })
  .superRefine((text, context) => {
    const wrong = faultIn(text)
    if (wrong) context.addIssue({ code: 'custom', message: wrong })
  })
  .meta({ description: 'Numbers on the list of signers, e.g. “17, 20-25”', examples: ['17, 20-25'] })

/** Indices in the log of the numbers in a sound text, each once, lowest first. */
export function indicesOf(text: string): number[] {
  const indices = new Set<number>()
  for (const { from, to } of partsOf(text)) for (let n = from; n <= to; n++) indices.add(n - 1)
  return [...indices].sort((a, b) => a - b)
}

/** Ranges of indices as the list's numbers: `17, 20–25`. */
export function numbersOf(ranges: readonly { readonly from: number; readonly to: number }[]): string {
  return ranges.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ')
}

const PART = /^([1-9]\d{0,8})(?:[-–—]([1-9]\d{0,8}))?$/

function faultIn(text: string): 'wrong-numbers' | 'too-many-signatures' | undefined {
  const parts = partsOf(text)
  if (parts.length === 0 || parts.some(({ from, to }) => !(from <= to))) return 'wrong-numbers'
  const number = parts.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return number > LIMITS.annulled ? 'too-many-signatures' : undefined
}

/** The ranges of a text as written; NaN for what is no number. */
function partsOf(text: string): { from: number; to: number }[] {
  const words = text.replace(/\s*[-–—]\s*/g, '-').split(/[\s,;]+/)
  return words.filter(Boolean).map((word) => {
    const [, from, to = from] = PART.exec(word) ?? []
    return { from: Number(from), to: Number(to) }
  })
}
