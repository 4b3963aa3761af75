/** Absent in some browsers that are still about. */
const graphemes = 'Segmenter' in Intl ? new Intl.Segmenter('uk', { granularity: 'grapheme' }) : undefined

/** Characters as people count them: a letter with its accent is one, and so is a family of emoji. */
export function charactersIn(text: string): number {
  let n = 0
  for (const _ of graphemes?.segment(text) ?? text) n++
  return n
}
