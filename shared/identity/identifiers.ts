/** Latin letters that look like those of a passport's series. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ A: 'А', B: 'В', C: 'С', E: 'Е', H: 'Н', I: 'І', K: 'К', M: 'М', O: 'О', P: 'Р', T: 'Т', X: 'Х' },
}

/**
 * A tax number in its one spelling: ten digits, or the passport of who has declined one – series and six digits, or the
 * nine digits of a card.
 * @returns undefined for what is none, and for ten zeros, which stand where there is none
 */
export function taxNumberOf(raw: string): string | undefined {
  const text = raw.normalize('NFC').toUpperCase().replace(/\s/g, '')
  const spelled = text.replace(/[A-Z]/g, (letter) => LOOK_ALIKES[letter] ?? letter)
  if (/^0+$/.test(spelled)) return undefined
  return /^(?:\d{9,10}|[А-ЩЬЮЯІЇЄҐ]{2}\d{6})$/.test(spelled) ? spelled : undefined
}

/** A number in the demographic register (УНЗР) as its thirteen digits: the day of birth and five more. */
export function registerNumberOf(raw: string): string | undefined {
  const digits = raw.replace(/[\s-]/g, '')
  return /^[12]\d{12}$/.test(digits) ? digits : undefined
}
