import type { Latency } from './latency'
import { STEPS } from './latency'
import type { Report, StrategyReport } from './report'

const MOST_SHOWN = 20

/** The report for people: what each strategy met and got, what a signature cost, and how residents fared. */
export function wordsOf(report: Report): string {
  const { violations, residents } = report
  const more = violations.length - MOST_SHOWN
  return [
    '',
    ...aligned([HEAD, ...report.strategies.map((one) => row(one, report)), residentsRow(report)]),
    '',
    'What got through:',
    ...through(report),
    '',
    `Residents: ${residents.counted} of ${residents.number} counted; milliseconds they waited (p50/p99)`,
    ...aligned([
      ['', ...STEPS],
      ['  calm', ...STEPS.map((step) => latency(residents.calm[step]))],
      ['  storm', ...STEPS.map((step) => latency(residents.storm[step]))],
    ]),
    '',
    `${report.bots} bots, ${report.entries} entries in the logs, ${violations.length} violations`,
    ...violations.slice(0, MOST_SHOWN).map((what) => `  ✗ ${what}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join('\n')
}

const HEAD = [
  'strategy',
  'bots',
  'attempts',
  'mails',
  'counted',
  'flagged',
  'CPU s',
  'CPU s each',
  'mails each',
  '× resident',
  'refused',
]

function row(one: StrategyReport, report: Report): string[] {
  const { name, bots, attempts, mails, counted, flagged, cpuSeconds, exhausted } = one
  const each = cpuSeconds / counted
  const refused = Object.entries(one.refused).map(([code, times]) => `${code} ${times}`)
  if (exhausted > 0) refused.push(`gave up ${exhausted}`)
  return [
    name,
    ...[bots, attempts, mails, counted, flagged].map(String),
    cpuSeconds.toFixed(1),
    counted > 0 ? each.toFixed(2) : '–',
    counted > 0 ? (mails / counted).toFixed(1) : '–',
    counted > 0 ? (each / cpuOfResident(report)).toFixed(1) : '–',
    refused.join(', '),
  ]
}

function residentsRow({ residents }: Report): string[] {
  const { number, counted, flagged, proofs, mails, cpuSeconds } = residents
  const each = [cpuSeconds / counted, mails / counted]
  const figures = [number, proofs, mails, counted, flagged].map(String)
  return ['residents', ...figures, cpuSeconds.toFixed(1), each[0]!.toFixed(2), each[1]!.toFixed(1), '1.0', '']
}

/** Processor seconds of one resident's signature. */
export function cpuOfResident({ residents }: Report): number {
  return residents.cpuSeconds / residents.counted
}

function through({ strategies }: Report): string[] {
  const got = strategies.filter(({ counted }) => counted > 0).sort((a, b) => b.counted - a.counted)
  if (got.length === 0) return ['  nothing']
  return got.map(({ name, counted, flagged, tries, owns }) => {
    const means = `${owns.machines} machines, mailboxes: ${owns.mailboxes}`
    return `  ${counted} (${flagged} flagged to the desk) by «${name}», which ${tries} (${means})`
  })
}

function latency({ p50, p99 }: Latency): string {
  return `${p50}/${p99}`
}

/** Columns side by side; the last stays as it is. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const pad = (cell: string, column: number) =>
    column === 0
      ? cell.padEnd(widths[0]!)
      : column === HEAD.length - 1
        ? cell
        : cell.padStart(widths[column]!)
  return rows.map((cells) => cells.map(pad).join('  ').trimEnd())
}
