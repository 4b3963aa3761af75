import { LIMITS } from '../http/limits'

const LATIN = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'
const CYRILLIC = 'А-ЯЁІЇЄҐа-яёіїєґ'
const word = (letters: string) => `[${letters}]+(?:(?:’|-|\\.|\\. ?| )[${letters}]+)*\\.?`
const SCRIPTS = {
  cyrillic: new RegExp(`^${word(CYRILLIC)}$`),
  latin: new RegExp(`^${word(LATIN)}$`),
} as const
const ANY_SCRIPT = new RegExp(`^${word(LATIN + CYRILLIC)}$`)

export type NameScript = keyof typeof SCRIPTS
export type NameFault = 'too-short' | 'too-long' | 'control-characters' | 'mixed-scripts' | 'not-a-name'

/** NFC, apostrophes as ’, hyphens as -, single spaces, none at the ends. */
export function normalizeNamePart(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/['`\u00b4\u2018\u02b9\u02bc\u2032\uff07]/g, '’')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[ \u00a0]+/g, ' ')
    .trim()
}

/** What is wrong with a normalised surname, given name or patronymic; undefined when nothing is. */
export function namePartFault(part: string): NameFault | undefined {
  if (part.length < LIMITS.namePart.min) return 'too-short'
  if (part.length > LIMITS.namePart.max) return 'too-long'
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(part)) return 'control-characters'
  if (scriptOf(part)) return undefined
  return ANY_SCRIPT.test(part) ? 'mixed-scripts' : 'not-a-name'
}

/** The script in which a name is written, when it is one name in one script. */
export function scriptOf(part: string): NameScript | undefined {
  if (SCRIPTS.cyrillic.test(part)) return 'cyrillic'
  if (SCRIPTS.latin.test(part)) return 'latin'
  return undefined
}
