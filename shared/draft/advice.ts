/**
 * What an author may want to mend before a person reads the petition (R1). Advice is never an error: only a
 * moderator judges a petition, and only by the grounds of items 3 and 4.
 */
export const ADVICE = {
  'title-capitals': 'title',
  'title-request': 'title',
  'text-capitals': 'text',
  'text-request': 'text',
  'text-brief': 'text',
  'text-wall': 'text',
  'title-personal': 'title',
  'text-phone': 'text',
  'text-email': 'text',
  'text-tax-number': 'text',
  'title-long-word': 'title',
  'text-long-word': 'text',
} as const satisfies Record<string, 'title' | 'text'>

export type AdviceCode = keyof typeof ADVICE

// No expression here looks behind itself, as browsers that are still about cannot, nor takes longer than in proportion.
const PHONE = /(?:^|[^\d])(?:\+?38[\s(-]{0,3})?\(?0\d{2}\)?[\s-]{0,3}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\d)/
const EMAIL = /[^\s@<>]@[^\s@<>.]{1,63}\.[^\s@<>,;]{2}/
/** Words that ask for something, and verbs that say what to do: просимо, необхідно, облаштувати, збережіть. */
const ASKS =
  /прош|прос[ия]|пропон|вимага|заклика|зобов.яза|доруч|необхідно|треба|потрібно|слід|маємо|\p{L}\p{L}(?:ти|тися|тись|іть|йте)(?!\p{L})/iu
/** Below this a text rarely says what, where and why. */
const BRIEF = 150
/** A text without a single break beyond this is hard to read. */
const WALL = 1500
const LONG_WORD = 60

/** Advice on a title and a text, in the order of the fields. What is empty is not advised on. */
export function adviceOn({ title = '', text = '' }: { title?: string; text?: string }): AdviceCode[] {
  const [heading, body] = [title.trim(), text.trim()]
  const found: [AdviceCode, boolean][] = [
    ['title-capitals', shouts(heading)],
    ['title-request', heading.length >= 5 && !asks(heading)],
    ['title-personal', hasPersonalData(heading)],
    ['title-long-word', hasLongWord(heading)],
    ['text-capitals', shouts(body)],
    ['text-brief', body.length >= 20 && body.length < BRIEF],
    ['text-request', body.length >= BRIEF && !asks(body)],
    ['text-wall', body.length > WALL && !body.includes('\n')],
    ['text-phone', PHONE.test(body)],
    ['text-email', EMAIL.test(body)],
    ['text-tax-number', hasTaxNumber(body)],
    ['text-long-word', hasLongWord(body)],
  ]
  return found.filter(([, given]) => given).map(([code]) => code)
}

/** Of other languages than Ukrainian nothing is claimed. */
function asks(text: string): boolean {
  return ASKS.test(text) || !/\p{Script=Cyrillic}/u.test(text)
}

/** Ten digits alone: РНОКПП. A phone number of ten digits begins with a nought, a document's follows a №. */
function hasTaxNumber(text: string): boolean {
  return [...text.matchAll(/\d[\d-]*/g)].some(
    ({ 0: digits, index }) =>
      /^[1-9]\d{9}$/.test(digits) && !/(?:№\s?|[\p{L}-])$/u.test(text.slice(Math.max(0, index - 2), index)),
  )
}

/** Most of at least a dozen letters are capitals. */
function shouts(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  return letters.length >= 12 && capitals.length > 0.7 * letters.length
}

function hasPersonalData(text: string): boolean {
  return PHONE.test(text) || EMAIL.test(text) || hasTaxNumber(text)
}

/** Words that break every line; addresses of pages are known to be long. */
function hasLongWord(text: string): boolean {
  return text.split(/\s+/).some((word) => word.length > LONG_WORD && !/^https?:\/\//.test(word))
}
