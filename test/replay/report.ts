import type { Curve } from './curve'
import type { Options } from './options'
import type { Tally } from './tally'
import { agrees, type Finding } from './verdict'

export interface Played {
  readonly options: Options
  readonly curve: Curve
  /** What it took, the counting included. */
  readonly minutes: number
  /** The most signatures behind the curve. */
  readonly lag: number
  readonly tally: Tally
  readonly findings: readonly Finding[]
}

/** What happened, and whether everything agrees. */
export function report({ options, curve, minutes, lag, tally, findings }: Played): string {
  const perSecond = tally.confirmed / (minutes * 60)
  return [
    '',
    `Curve      ${day(curve.from)} to ${day(curve.to)} in ${options.minutes} min, ${options.signatures} signatures`,
    `Took       ${minutes.toFixed(1)} min, ${perSecond.toFixed(0)} signatures/s; at most ${lag} behind the curve`,
    `Besides    ${tally.repeats.right} repeats (200, counted no more), ${tally.misuses.right} misuses (4xx)`,
    '',
    ...findings.map(line),
    ...tally.differences.map((difference) => `  ! ${difference}`),
    '',
    findings.every(agrees) ? 'Exact.' : 'DIFFERS.',
  ].join('\n')
}

function line(finding: Finding): string {
  const { what, expected, found } = finding
  const result = agrees(finding) ? found : `${found}, expected ${expected}`
  return `${agrees(finding) ? '✓' : '✗'} ${what}: ${result}`
}

function day(date: Date): string {
  return date.toISOString().slice(0, 16).replace('T', ' ')
}
