import { namePartFault, normalizeNamePart, scriptOf } from '../../shared/signing/name-part'
import type { Input, Words } from './fields'

/** Words for what may be wrong with a name, by the codes that the server knows too. */
const WORDS = {
  'too-short': 'required',
  'too-long': 'tooLongName',
  'control-characters': 'controlCharacters',
  'mixed-scripts': 'mixedScripts',
  'not-a-name': 'notAName',
} as const

/** What is wrong with a filled-in part of a name, also beside the other parts; undefined when nothing is. */
export function nameFault(input: Input, all: readonly Input[], words: Words): string | undefined {
  if (!isNamePart(input) || input.value.trim() === '') return undefined
  const part = normalizeNamePart(input.value)
  const fault = namePartFault(part)
  if (fault) return words[WORDS[fault]]
  const scripts = all.filter(isNamePart).map(({ value }) => scriptOf(normalizeNamePart(value)))
  const first = scripts.find((script) => script !== undefined)
  return scriptOf(part) === first ? undefined : words.mixedScripts
}

export function isNamePart({ name }: Input): boolean {
  return /\.(surname|givenName|patronymic)$/.test(name)
}
