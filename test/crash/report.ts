import type { CrashReport } from './crash-run'

const MOST_SHOWN = 20

/** The report in words for people; violations last. */
export function reportOf(report: CrashReport): string {
  const { violations } = report
  const kills = Object.entries(report.kills).map(([kill, times]) => `${kill} ${times}`)
  const rows = {
    kills: kills.join(', '),
    'batches cut short': report.batchesCut,
    'signatures acknowledged': report.acknowledged,
    'annulments acknowledged': report.annulled,
    'presses without an answer': report.unanswered,
    'entries in the logs': report.entries,
    'checkpoints seen': report.checkpoints,
    'settled in': `${report.settledIn.toFixed(1)} s`,
    violations: violations.length,
  }
  const width = Math.max(...Object.keys(rows).map((name) => name.length))
  const lines = Object.entries(rows).map(([name, value]) => `${name.padEnd(width)}  ${value}`)
  const more = violations.length - MOST_SHOWN
  const shown = violations.slice(0, MOST_SHOWN).map((what) => `  ✗ ${what}`)
  return [...lines, ...shown, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n')
}
