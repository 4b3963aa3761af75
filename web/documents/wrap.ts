/** Width of a text in ems. */
export type Measure = (text: string) => number

/**
 * A text in lines of at most `width` ems, broken between words, and within one only where it is longer than a line.
 * What does not fit into `most` lines is left out, and the last line ends with «…».
 */
export function wrap(text: string, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line) lines.push(line)
    const [pieces, rest] = broken(word, width, measure)
    lines.push(...pieces)
    line = rest
    if (lines.length > most) break
  }
  if (line) lines.push(line)
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), shortened(lines[most - 1]!, width, measure)]
}

/** Whole lines of a word, and what is left of it. */
function broken(word: string, width: number, measure: Measure): [string[], string] {
  const pieces: string[] = []
  let piece = ''
  for (const character of word) {
    if (piece && measure(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return [pieces, piece]
}

function shortened(line: string, width: number, measure: Measure): string {
  let kept = line
  while (kept && measure(`${kept}…`) > width) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}
