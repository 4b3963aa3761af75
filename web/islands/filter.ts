import type { SearchEntry } from '../search-index'

/** Entries that hold every word of the query; case and apostrophes are forgiven. */
export function filter(
  entries: readonly SearchEntry[],
  query: string,
  within: { community?: string; status?: string } = {},
): SearchEntry[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (within.community && entry.community !== within.community) return false
    if (within.status && entry.status !== within.status) return false
    const text = plain(`${entry.title} ${entry.meta}`)
    return words.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(/['’ʼ‘`´]/g, '')
}
