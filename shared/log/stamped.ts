import * as z from 'zod'

const stampedIndex = z.object({
  items: z.array(z.object({ size: z.number().int().min(0), at: z.iso.datetime(), authority: z.string() })),
})

/** A checkpoint that was time-stamped: leaves it covers, the stamp's time (UTC), and who vouches for it. */
export type Stamped = z.infer<typeof stampedIndex>['items'][number]

/**
 * Reads the list of a log's time-stamped checkpoints, newest last.
 * @throws ZodError or SyntaxError when the text is no such list
 */
export function parseStamped(text: string): Stamped[] {
  return stampedIndex.parse(JSON.parse(text)).items
}

/** The list with a further one, as text; undefined where it already goes as far: it only grows. */
export function withStamped(present: string | undefined, stamped: Stamped): string | undefined {
  const items = present === undefined ? [] : parseStamped(present)
  const last = items.at(-1)
  if (last !== undefined && last.size >= stamped.size) return undefined
  return JSON.stringify({ items: [...items, stamped] })
}
