/** What a row beside the signatures asks of the log. */
export type EntryKind = 'signature' | 'annulment' | 'erasure'

const PREFIX = { annulment: 'ANNULMENT#', erasure: 'ERASURE#' } as const

/**
 * Sort keys of the rows that become entries of a petition's log, all under `SIGNATURES#<petition id>`:
 * a signature has its person key, an annulment or erasure the index of the signature it is about, so that
 * there can be only one of each.
 */
export function annulmentKey(target: number): string {
  return PREFIX.annulment + padded(target)
}

/** The index in an annulment's key; undefined for any other key. */
export function annulmentTarget(key: string): number | undefined {
  const digits = key.startsWith(PREFIX.annulment) ? key.slice(PREFIX.annulment.length) : ''
  return /^\d{9}$/.test(digits) ? Number(digits) : undefined
}

export function erasureKey(target: number): string {
  return PREFIX.erasure + padded(target)
}

export function kindOfKey(key: string): EntryKind {
  if (key.startsWith(PREFIX.annulment)) return 'annulment'
  if (key.startsWith(PREFIX.erasure)) return 'erasure'
  return 'signature'
}

/** Nine digits, so that keys sort as numbers do. */
function padded(index: number): string {
  return String(index).padStart(9, '0')
}

/** The 32 bytes of a person key; undefined for any other text. */
export function nullifierOf(key: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]{43}$/.test(key)) return undefined
  const binary = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}
