/**
 * Part of a name as a provider says it: certificates often have it in capitals, «ЛУК’ЯНЕНКО-ШЕВЧЕНКО», which is set as
 * names are written. Any other spelling stays.
 */
export function providedNamePart(raw: string): string {
  const text = raw.normalize('NFC').trim()
  if (text !== text.toUpperCase() || !/\p{L}{2}/u.test(text)) return text
  return text.toLowerCase().replace(/(^|[\s.-])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })
}
