/** Text as it is compared in a search: case, apostrophes (' ’ ʼ ` ′) and repeated spaces make no difference. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/['’ʼ‘`′]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether every word of the query occurs in the text. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text)
  return fold(query)
    .split(' ')
    .every((word) => folded.includes(word))
}
