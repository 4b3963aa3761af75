const LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const CYRILLIC = 'йцукенгшщзхїфівапролджєячсмитьбюґ'
const KEYS = new Map([...LATIN].map((key, at) => [key, CYRILLIC[at]!]))

/**
 * What was meant where Ukrainian was typed with the Latin layout left on: `gtnbwsz` → «петиція».
 * @returns undefined where it cannot have been, e.g. since a letter is Cyrillic
 */
export function otherLayout(text: string): string | undefined {
  const lower = text.toLowerCase()
  if (!/[a-z]/.test(lower) || /[^\x20-\x7e]/.test(lower)) return undefined
  return [...lower].map((key) => KEYS.get(key) ?? key).join('')
}
