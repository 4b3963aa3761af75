import type { Kept } from './messages'

const PREFIX = 'viche-log-'

/** What this browser keeps, by petition. A browser may forbid storing: then nothing is kept. */
export function allKept(): Record<string, Kept> {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
    return Object.fromEntries(names.flatMap(entryOf))
  } catch {
    return {}
  }
}

/** @returns whether it will be remembered */
export function keep(petitionId: string, kept: Kept): boolean {
  try {
    localStorage.setItem(PREFIX + petitionId, JSON.stringify(kept))
    return true
  } catch {
    return false
  }
}

export function forget(petitionId: string): void {
  localStorage.removeItem(PREFIX + petitionId)
}

function entryOf(name: string): [petitionId: string, kept: Kept][] {
  try {
    const { checkpoint, key } = JSON.parse(localStorage.getItem(name) ?? '')
    if (typeof checkpoint !== 'string' || typeof key !== 'string') return []
    return [[name.slice(PREFIX.length), { checkpoint, key }]]
  } catch {
    return []
  }
}
