import * as z from 'zod'
import { type Day, dayOf } from '../calendar/day'
import type { LogEntry } from './entry'

/** What the first `size` entries of a petition's log are, by Kyiv day: `GET /api/v1/petitions/{id}/days`. */
export const daysView = z.object({
  size: z.number().int().describe('Entries of the log that are counted here'),
  days: z
    .array(
      z.object({
        day: z.iso.date().describe('Kyiv calendar date'),
        signed: z.number().int().describe('Signatures confirmed on that day, whether they stand or not'),
        annulled: z.number().int().describe('Signatures annulled on that day, whenever they were made'),
      }),
    )
    .describe('Days on which something happened, oldest first'),
})
export type DaysView = z.infer<typeof daysView>
export type DayCounts = DaysView['days'][number]

export const NO_DAYS: DaysView = { size: 0, days: [] }

/** The counts with the entries that follow the first `size`; erasures change no day. */
export function withEntries({ size, days }: DaysView, entries: readonly LogEntry[]): DaysView {
  const byDay = new Map<Day, DayCounts>(days.map((one) => [one.day, one]))
  for (const [time, own] of Map.groupBy(entries, (entry) => entry.time)) {
    const of = (kind: LogEntry['kind']) => own.filter((entry) => entry.kind === kind).length
    const [signed, annulled] = [of('signature'), of('annulment')]
    if (signed + annulled === 0) continue
    const day = dayOf(time)
    const before = byDay.get(day) ?? { day, signed: 0, annulled: 0 }
    byDay.set(day, { day, signed: before.signed + signed, annulled: before.annulled + annulled })
  }
  const inOrder = [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
  return { size: size + entries.length, days: inOrder }
}
