/** A petition's own words as this device keeps them: a shared device should not give its author away. */
export interface KeptDraft {
  readonly fields: Readonly<Record<string, string>>
  /** When it was last typed in or sent. */
  readonly at: string
  /** It was sent; kept on for the case that the mail to confirm is lost. */
  readonly sent?: boolean
}

export const KEPT_FIELDS = ['title', 'topic', 'text', 'wantsHearing'] as const

const MONTH_MS = 30 * 86_400_000

/** The draft under a key; none where there is nothing readable, nothing written, or nothing newer than a month. */
export function keptDraft(key: string): KeptDraft | undefined {
  return attempt(() => {
    const { fields, at, sent } = JSON.parse(localStorage.getItem(key) ?? '{}')
    const words = KEPT_FIELDS.map((name) => [name, String(fields?.[name] ?? '')] as const)
    const old = Date.now() - Date.parse(at) > MONTH_MS
    if (old || !words.some(([name, value]) => name !== 'topic' && value !== '')) return undefined
    return { fields: Object.fromEntries(words), at: String(at), sent: sent === true }
  })
}

export function keepDraft(key: string, draft: KeptDraft): void {
  attempt(() => localStorage.setItem(key, JSON.stringify(draft)))
}

export function eraseDraft(key: string): void {
  attempt(() => localStorage.removeItem(key))
}

/** Private windows and full disks refuse storage: a draft is a convenience. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
