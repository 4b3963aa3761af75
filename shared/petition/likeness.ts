import { fold } from '../search/words'

interface Words {
  readonly title: string
  readonly text: string
}

/** Beginnings of words that say nothing of what a petition is about. */
const COMMON =
  /^(?:біля|через|після|перед|щодо|проти|петиц|громад|вулиц|міст|прос|прош|вимаг|пропон|облаш|створ|встанов|зроб|забезп|провес|збуд|віднов|наш|свої|який|яка|також|дуже)/u

/**
 * How much of a wish's title another petition repeats, from 0 to 1: the share of its telling words found in the
 * other's title, with a little for those found only in its text. Endings are forgiven by comparing beginnings.
 */
export function likeness(wish: Words, other: Words): number {
  const wanted = stemsOf(wish.title)
  if (wanted.size === 0) return 0
  const [title, text] = [stemsOf(other.title), stemsOf(other.text)]
  let score = 0
  for (const stem of wanted) score += title.has(stem) ? 1 : text.has(stem) ? 0.3 : 0
  return score / wanted.size
}

function stemsOf(text: string): Set<string> {
  const words = fold(text).match(/\p{L}{4,}|\d+/gu) ?? []
  return new Set(words.filter((word) => !COMMON.test(word)).map(stemOf))
}

/** A word's beginning: Ukrainian inflects at the end. */
function stemOf(word: string): string {
  return word.slice(0, Math.max(4, Math.min(6, word.length - 2)))
}
