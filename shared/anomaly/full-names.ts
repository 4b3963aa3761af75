import type { Crowd } from './crowd'

/** Latin letters that look like Cyrillic ones in a name. */
const ALIKE: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
}

/** Names of a crowd's signers by their parts, numbered so that equal ones are cheap to find. */
export interface FullNames {
  /** In lower case, with letters that only look Cyrillic made so. */
  readonly folded: readonly string[]
  /** Whether folding changed letters. */
  readonly foreign: Uint8Array
  readonly parts: readonly NameParts[]
  /** How often each surname, given name and patronymic occurs. */
  readonly often: NameCounts
}

export type NameParts = readonly [surname: string, givenName: string, patronymic: string]
type NameCounts = readonly [Map<string, number>, Map<string, number>, Map<string, number>]

export function fullNamesOf({ signed }: Crowd): FullNames {
  const folded: string[] = []
  const foreign = new Uint8Array(signed.length)
  const parts: NameParts[] = []
  const often: NameCounts = [new Map(), new Map(), new Map()]
  signed.forEach(({ name }, place) => {
    const lower = name.toLocaleLowerCase('uk')
    const words = lower.split(' ').map(foldedWord)
    const whole = words.join(' ')
    folded.push(whole)
    if (whole !== lower) foreign[place] = 1
    const [surname = '', givenName = '', ...patronymic] = words
    const own: NameParts = [surname, givenName, patronymic.join(' ')]
    parts.push(own)
    own.forEach((part, which) => {
      const counts = often[which]!
      counts.set(part, (counts.get(part) ?? 0) + 1)
    })
  })
  return { folded, foreign, parts, often }
}

/** A word all of whose Latin letters look Cyrillic; other words are truly Latin and stay. */
function foldedWord(word: string): string {
  const letters = [...word]
  if (!letters.some((letter) => letter in ALIKE)) return word
  if (letters.some((letter) => /[a-zà-ÿ]/.test(letter) && !(letter in ALIKE))) return word
  return letters.map((letter) => ALIKE[letter] ?? letter).join('')
}

/**
 * How many bearers of these parts chance brings, were the parts of a name independent of each other: from how often
 * each occurs on this petition itself. Given name and patronymic tell the sex, and surnames mostly do: that makes the
 * parts of one name twice as likely to meet.
 */
export function expectedBearers(
  { often, parts }: FullNames,
  own: NameParts,
  which: readonly (0 | 1 | 2)[],
): number {
  const n = parts.length
  const known = which.filter((part) => own[part] !== '')
  return known.reduce((expected, part) => (expected * 2 * often[part].get(own[part])!) / n, n / 2)
}
