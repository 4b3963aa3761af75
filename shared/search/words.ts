import { stemmer } from '@orama/stemmers/ukrainian'

/** Words that stand in nearly every petition and tell none from another. */
const COMMON = new Set(
  (
    'а або але без би біля бо було в вже від вона вони все для до ж за зі із його й коли ми на над не ні о об ось ' +
    'під по при про с та так також те ти то тому у через це ці цю чи що щоб я як яка який які з і є the a an of to in on and for is'
  ).split(' '),
)

/** Stems at which only a misspelling would differ. */
const LETTERS: Readonly<Record<string, string>> = {
  ґ: 'г',
  ї: 'і',
  є: 'е',
  ё: 'е',
  э: 'е',
  ы: 'и',
  ъ: '',
}

const VOWEL_AT_END = /[аеиіоуюяьй]$/
/** A stem shorter than this says too little to lose another letter. */
const SHORTEST = 3

/** Text as it is compared: case, stress marks and apostrophes (' ’ ʼ ‘ ` ′ ´ or none) make no difference. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/['’ʼ‘`′´]|\u0301/g, '')
}

/** Words of a text in order, folded, as their writer ended them. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of a text that tell it from others; all of them where none does. */
export function tellingWords(text: string): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !COMMON.has(word))
  return telling.length > 0 ? telling : words
}

/** Terms that a text is found by, in order: stems of its telling words. */
export function termsOf(text: string): string[] {
  return tellingWords(text).flatMap((word) => [termOf(word), ...wholeOf(word)])
}

/** «дерев» and «ставків» may be a bare stem or one with an ending: such a word is a term as a whole, too. */
export function wholeOf(word: string): string[] {
  const whole = plain(word)
  return /[еоі]в$/.test(word) && whole !== termOf(word) ? [whole] : []
}

const known = new Map<string, string>()
const MOST_KNOWN = 100_000

/** The term of one folded word: its stem without what people mix up (і ї, е є, г ґ). */
export function termOf(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const term = plain(stemmer(shorn(word)))
  known.set(word, term)
  return term
}

/** «автобуси» is no reflexive verb. */
function shorn(word: string): string {
  return word.length > SHORTEST + 1 && word.endsWith('си') ? word.slice(0, -1) : word
}

function plain(stem: string): string {
  let term = stem.replace(/[ґїєёэыъ]/g, (letter) => LETTERS[letter]!)
  // What the stemmer leaves differs with the ending: «станці» of «станції», «станц» of «станція».
  while (term.length > SHORTEST && VOWEL_AT_END.test(term)) term = term.slice(0, -1)
  return term
}
