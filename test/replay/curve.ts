interface Observation {
  /** Epoch milliseconds. */
  readonly at: number
  readonly signatures: number
}

/** How a petition grew, from none to all of it over a stretch of time. */
export interface Curve {
  readonly from: Date
  readonly to: Date
  /** Share of the signatures, 0 to 1, that stood when this share of the time had passed. */
  at(passed: number): number
}

/** Ends of the curve that are left out: days on which hardly anybody signed. */
const FLAT = 0.025

/**
 * The curve of a CSV file with a heading, `observed_at_utc,signatures`; counts are cumulative.
 * The flat ends are cut away, so that the hours in which most people signed are not passed in seconds.
 * @throws Error where a line cannot be read or nothing grows
 */
export function readCurve(csv: string): Curve {
  const all = csv.trim().split(/\r?\n/).slice(1).map(observation)
  all.sort((a, b) => a.at - b.at)
  const total = all.at(-1)?.signatures ?? 0
  const steep = all.filter(({ signatures }) => signatures >= FLAT * total && signatures <= (1 - FLAT) * total)
  const [first, last] = [steep[0], steep.at(-1)]
  if (!first || !last || last.at === first.at || last.signatures === first.signatures) {
    throw new Error('the curve does not grow')
  }
  const points = steep.map(({ at, signatures }) => ({
    passed: (at - first.at) / (last.at - first.at),
    share: (signatures - first.signatures) / (last.signatures - first.signatures),
  }))
  return { from: new Date(first.at), to: new Date(last.at), at: (passed) => interpolate(points, passed) }
}

function observation(line: string, index: number): Observation {
  const [time = '', count = ''] = line.split(',')
  const at = Date.parse(time)
  const signatures = Number(count)
  if (Number.isNaN(at) || count === '' || !Number.isFinite(signatures)) {
    throw new Error(`line ${index + 2} is not a time and a count`)
  }
  return { at, signatures }
}

function interpolate(points: readonly { passed: number; share: number }[], passed: number): number {
  const next = points.findIndex((point) => point.passed > passed)
  if (next === -1) return 1
  const [a, b] = [points[next - 1], points[next]!]
  if (!a) return 0
  return a.share + ((b.share - a.share) * (passed - a.passed)) / (b.passed - a.passed)
}
