import { LIMITS } from '../http/limits'
import { numbersOf } from '../http/signature-numbers'
import { rangesOf } from '../petition/ledger'
import type { Group } from './report'

/**
 * What of a group can still be annulled.
 * @param annulled indices of signatures that are annulled or about to be
 * @returns the group with how many of its targets are left, and the first of them by their numbers on the list, at most
 *   as many as one act of annulling takes
 */
export function groupLeft({ targets, cut: _, ...group }: Group, annulled: ReadonlySet<number>) {
  const standing: number[] = []
  for (const [from, to] of targets) {
    for (let index = from; index <= to; index++) if (!annulled.has(index)) standing.push(index)
  }
  const batch = standing.slice(0, LIMITS.annulled)
  // Without spaces, so that a thousand scattered numbers keep within what the form takes.
  const numbers = numbersOf(rangesOf(batch)).replaceAll(', ', ',')
  return { ...group, left: standing.length, batch: batch.length, numbers }
}
