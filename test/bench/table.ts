import { writeFile } from 'node:fs/promises'
import { type Figure, meets } from './figures'

/** The figures as a table for people: key, value, what is required, and `short` where that is missed. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.key,
    `${figure.value} ${figure.unit}`.trim(),
    requirement(figure),
    meets(figure) ? '' : 'short',
  ])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return rows.map((row) => line(row).trimEnd()).join('\n')
}

/** Writes the figures for programs: an object of numbers by key, and when they were measured. */
export async function keepFigures(path: string, figures: readonly Figure[]): Promise<void> {
  const values = Object.fromEntries(figures.map(({ key, value }) => [key, value]))
  const short = figures.filter((figure) => !meets(figure)).map(({ key }) => key)
  const kept = { measuredAt: new Date().toISOString(), figures: values, short }
  await writeFile(path, `${JSON.stringify(kept, undefined, 2)}\n`)
}

function requirement({ limit }: Figure): string {
  if (!limit) return ''
  return 'atLeast' in limit ? `≥ ${limit.atLeast}` : `≤ ${limit.atMost}`
}
