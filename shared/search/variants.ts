const VOWEL = /[аеиіоуюя]/

/** Sounds that take each other’s place before an ending: дорога – дорозі, річка – річок – річці. */
const CONSONANTS: Readonly<Record<string, string>> = {
  г: 'зж',
  к: 'цч',
  х: 'сш',
  з: 'г',
  ж: 'г',
  ц: 'к',
  ч: 'к',
  с: 'х',
  ш: 'х',
}

/** Sounds that take each other’s place in a closed syllable: міст – мосту, шкіл – школа, сіл – село. */
const VOWELS: Readonly<Record<string, string>> = { і: 'ое', о: 'і', е: 'і' }

/** Other stems that the same word may have in another form; some of them are no words. */
export function variantsOf(term: string): string[] {
  if (term.length < 3 || !/^[а-яі]+$/.test(term)) return []
  return [...otherEnd(term), ...otherVowel(term), ...fleetingVowel(term)]
}

/** The term with each two neighbouring letters in each other’s place, as in haste. */
export function swapsOf(term: string): string[] {
  if (term.length < 4) return []
  return Array.from(
    { length: term.length - 1 },
    (_, at) => term.slice(0, at) + term[at + 1] + term[at] + term.slice(at + 2),
  ).filter((swapped) => swapped !== term)
}

function otherEnd(term: string): string[] {
  return [...(CONSONANTS[term.at(-1)!] ?? '')].map((letter) => term.slice(0, -1) + letter)
}

function otherVowel(term: string): string[] {
  const at = term.search(/[аеиіоуюя][^аеиіоуюя]*$/)
  if (at < 0) return []
  return [...(VOWELS[term[at]!] ?? '')].map((letter) => term.slice(0, at) + letter + term.slice(at + 1))
}

/** садок – садка, зупинок – зупинка – зупинці. */
function fleetingVowel(term: string): string[] {
  const [before, last] = [term.at(-2)!, term.at(-1)!]
  if (VOWEL.test(last)) return []
  const [head, rest] = [term.slice(0, -1), term.slice(0, -2)]
  if (!VOWEL.test(before)) return [`${head}о${last}`, `${head}е${last}`]
  if (!'ое'.includes(before) || rest.length < 2 || VOWEL.test(rest.at(-1)!)) return []
  return [rest + last, ...otherEnd(rest + last)]
}
