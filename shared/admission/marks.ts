import { hasUnknownTag } from '../signing/canonical-address'
import { domainOf } from '../signing/email-address'
import type { PersonName } from '../signing/person-name'
import type { TraitMark } from '../signing/traits'
import { isLargeProvider, registeredDomain } from './mail-domain'

/** What is odd about a name and an address by themselves. Real people have odd ones, so it refuses nobody. */
export function marksOf(person: PersonName, email: string): TraitMark[] {
  const domain = domainOf(email)
  const local = email.slice(0, -domain.length - 1)
  const [registered = ''] = registeredDomain(domain).split('.')
  return [
    ...(!isLargeProvider(domain) && looksRandom(registered) ? (['random-domain'] as const) : []),
    ...(looksRandom(local) || hasUnknownTag(email) ? (['random-address'] as const) : []),
    ...(isUnlikelyName(person) ? (['unlikely-name'] as const) : []),
  ]
}

/** Ukrainian sounds that take several Latin consonants, which stand close in «borshch», «tkachenko». */
const CLUSTERS = /shch|zh|kh|ts|ch|sh|zgh|tch|sch|ck|th|ph/g

/** Whether a word looks as if nobody had thought it up: `x7k2p9q1`, `qwrtpsdfg`. */
export function looksRandom(word: string): boolean {
  const letters = word.replace(/[^a-z]+/g, '')
  const changes = word.match(/(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])/g)?.length ?? 0
  if (changes >= 4) return true
  if (letters.length >= 8 && !/[aeiouy]/.test(letters)) return true
  return word.split(/[^a-z]+/).some((part) => /[^aeiouy]{6}/.test(part.replace(CLUSTERS, 'c')))
}

/** Rows of keys, forwards and backwards, in the letters of a name. */
const ROWS = ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap(
  (row) => [row, [...row].reverse().join('')],
)
const ROW_LETTERS = 4

/** Whether hardly anybody is called so: a letter three times running, a row of keys, no vowel, one word for all. */
export function isUnlikelyName({ surname, givenName }: PersonName): boolean {
  const parts = [surname, givenName].map((part) => part.toLowerCase())
  return parts[0] === parts[1] || parts.some((part) => isRepeated(part) || isRow(part) || hasNoVowel(part))
}

function isRepeated(part: string): boolean {
  return /(\p{L})\1\1/u.test(part) || /^(\p{L}{1,3})\1{2,}$/u.test(part)
}

function isRow(part: string): boolean {
  return [...part].some((_, at) => {
    const run = part.slice(at, at + ROW_LETTERS)
    return run.length === ROW_LETTERS && ROWS.some((row) => row.includes(run))
  })
}

function hasNoVowel(part: string): boolean {
  return part.length >= 4 && !/[аеєиіїоуюяыэёaeiouyà-öø-ý]/.test(part)
}
