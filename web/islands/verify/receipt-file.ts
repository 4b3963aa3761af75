/** Far above any receipt: its proof has at most 63 hashes. */
const MOST_BYTES = 64 * 1024

/** Why a file cannot be taken: the name of the words that say so. */
export type Refusal = 'tooLarge' | 'notText' | 'unreadable'

/** The text of a file that may be a receipt. Its form is not looked at yet. */
export async function textIn(file: File): Promise<string | { readonly refusal: Refusal }> {
  if (file.size > MOST_BYTES) return { refusal: 'tooLarge' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return text.includes('\0') ? { refusal: 'notText' } : text
  } catch (error) {
    // A folder, or a file that has gone meanwhile, cannot be read; bytes that are no text can.
    return { refusal: error instanceof TypeError ? 'notText' : 'unreadable' }
  }
}
